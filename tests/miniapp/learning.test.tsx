import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { Output } from '#shared/contract';
import { LearningCard } from '../../miniapp/packages/privacy/pages/mine/learning-card';
import ExamplesPage from '../../miniapp/packages/staff/pages/examples/index';
import { idOf } from './staff-fixtures';
import { leave, sentTo, stage } from './staff-stage';

afterEach(() => leave());

const example: Output<'learning.queue'>['items'][number] = {
  ...{ id: idOf(90), text: '某某家门口的灯不亮', intent: 'report', intentLabel: '报问题', state: 'OPEN' },
  ...{ categoryCode: 'streetlight', categoryLabel: '路灯不亮', unitLabel: '区综合执法局', atText: '昨天 09:00' },
};
const answers = {
  'learning.queue': () => ({ items: [example], nextCursor: null }),
  'learning.judge': () => ({ ok: true as const }),
  'categories.list': () => ({ version: '1', items: [] }),
};

describe('sentences to learn from', () => {
  it('are taken with the words as they were put right', async () => {
    stage(<ExamplesPage />, answers);
    fireEvent.click(await screen.findByRole('button', { name: '看一看再采用' }));
    fireEvent.click(await screen.findByRole('button', { name: '采用' }));
    await waitFor(() =>
      expect(sentTo('learning.judge')).toEqual([
        { id: idOf(90), accepted: true, text: example.text, intent: 'report', categoryCode: 'streetlight' },
      ]),
    );
  });

  it('are left with one tap', async () => {
    stage(<ExamplesPage />, answers);
    fireEvent.click(await screen.findByRole('button', { name: '不用' }));
    await waitFor(() => expect(sentTo('learning.judge')).toMatchObject([{ id: idOf(90), accepted: false }]));
  });
});

describe('the consent', () => {
  it('is off until it is switched on', async () => {
    stage(<LearningCard />, {
      'learning.choice': () => ({ agreed: false, examples: 0 }),
      'learning.choose': () => ({ agreed: true, examples: 0 }),
    });
    const toggle = await screen.findByRole('switch', { name: '同意小翠学我说的话' });
    expect(toggle.getAttribute('aria-checked')).toBe('false');
    fireEvent.click(toggle);
    await waitFor(() => expect(sentTo('learning.choose')).toEqual([{ agreed: true }]));
  });
});
