import { fireEvent, screen, waitFor } from '@testing-library/react';
import { ActSheet } from '../../miniapp/packages/forum/components/act-sheet';
import { VersionsSheet } from '../../miniapp/packages/forum/components/versions-sheet';
import { RaiseForm } from '../../miniapp/packages/forum/pages/raise/raise-form';
import { Comments } from '../../miniapp/packages/forum/pages/topic/comments';
import { Story } from '../../miniapp/packages/forum/pages/topic/story';
import { SupportButtons } from '../../miniapp/packages/forum/pages/topic/support-buttons';
import { topicDetail, topicSummary } from './forum-fixtures';
import { idOf } from './staff-fixtures';
import { leave, sentTo, stage } from './staff-stage';
import { Refused } from './support/desk';

const tap = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const write = async (label: string, value: string) =>
  fireEvent.change(await screen.findByRole('textbox', { name: label }), { target: { value } });

const voice = {
  id: idOf(1),
  supported: true,
  supportCount: 8,
  householdCount: 7,
  threshold: 10,
  status: 'RAISED' as const,
};
const form = (
  <RaiseForm
    owner="me"
    home={{ code: '511502101208', label: '李庄镇高桥村' }}
    townOnly={false}
    said={{ title: undefined, body: undefined }}
  />
);
const advice = (part: object = {}) => ({
  ...{ similar: [], keptOut: null, threshold: 10, counts: 'yes' as const, placeLabel: '李庄镇高桥村' },
  ...part,
});

afterEach(() => {
  leave();
  localStorage.clear();
});

describe('reading a topic', () => {
  it('says at a glance where it stands, and shows markup as the text it is', async () => {
    const markup = '<img src=x onerror=alert(1)><script>alert(2)</script>晒坝';
    const { container } = stage(
      <Story topic={topicDetail({ title: markup, body: markup })} onVersions={() => undefined}>
        {null}
      </Story>,
      {},
    );
    expect(await screen.findByRole('img', { name: '走到第 1 步：提' })).toBeTruthy();
    expect(screen.getAllByText(markup).length).toBeGreaterThan(0);
    expect(container.querySelector('script')).toBeNull();
    expect(container.querySelector('img[src="x"]')).toBeNull();
  });

  it('marks what was added and taken away', async () => {
    stage(<VersionsSheet id={idOf(1)} onClose={() => undefined} />, {
      'forum.texts': () => ({
        items: [
          {
            ...{ no: 2, atText: '今天 10:00', reason: '写清楚了', checkState: 'PASSED' as const },
            title: [{ kind: 'same' as const, text: '晒坝' }],
            body: [
              { kind: 'removed' as const, text: '商量一下' },
              { kind: 'added' as const, text: '按户排班' },
            ],
          },
        ],
      }),
    });
    expect((await screen.findByText('按户排班')).className).toContain('change-added');
    expect(screen.getByText('商量一下').className).toContain('change-removed');
    expect(screen.getByText('为什么改：写清楚了')).toBeTruthy();
  });
});

describe('supporting', () => {
  it('is one tap, and one request however often it is tapped', async () => {
    stage(<SupportButtons topic={topicDetail()} />, { 'forum.support': () => voice });
    const button = await screen.findByRole('button', { name: '附议' });
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(() => expect(sentTo('forum.support')).toEqual([{ id: idOf(1) }]));
  });

  it('can be taken back, and says for whom it does not count', async () => {
    const { unmount } = stage(<SupportButtons topic={topicDetail({ mine: 'supporter', abilities: ['unsupport'] })} />, {
      'forum.unsupport': () => ({ ...voice, supported: false }),
    });
    await tap('收回');
    await waitFor(() => expect(sentTo('forum.unsupport')).toHaveLength(1));
    unmount();
    stage(
      <SupportButtons
        topic={topicDetail({ abilities: ['comment'], counts: 'elsewhere', countsText: '由高桥村的居民附议。' })}
      />,
      {},
    );
    expect(await screen.findByText('由高桥村的居民附议。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '附议' })).toBeNull();
  });
});

describe('putting a topic forward', () => {
  it('offers similar ones, explains what law keeps out, and sends what was written', async () => {
    stage(form, {
      'forum.advise': () =>
        advice({
          similar: [topicSummary({ id: idOf(2), title: '晒坝排班' })],
          keptOut: { because: '由法院来定。', instead: '可以约法律顾问。', way: 'advisor', number: null },
        }),
      'forum.raise': () => topicDetail(),
    });
    await write('题目', ' 晒坝怎么轮着用 ');
    await write('怎么回事，想怎么办', '秋收大家都要晒粮，想排个班。');
    expect(await screen.findByText('晒坝排班', {}, { timeout: 3000 })).toBeTruthy();
    expect(screen.getByText('由法院来定。')).toBeTruthy();
    await tap('还是要提');
    await waitFor(() =>
      expect(sentTo('forum.raise')).toEqual([
        {
          ...{ title: '晒坝怎么轮着用', body: '秋收大家都要晒粮，想排个班。', level: 'VILLAGE' },
          ...{ placeCode: '511502101208', photoIds: [] },
        },
      ]),
    );
  });

  it('sends nothing that is too short, and keeps the words when it is refused', async () => {
    stage(form, {
      'forum.advise': () => advice(),
      'forum.raise': () => {
        throw new Refused('topic_limit');
      },
    });
    await write('题目', '晒坝');
    await tap('提出去');
    expect(sentTo('forum.raise')).toEqual([]);
    await write('题目', '晒坝怎么轮着用');
    await write('怎么回事，想怎么办', '秋收大家都要晒粮，想排个班。');
    await tap('提出去');
    expect(await screen.findByText(/您写的还在/)).toBeTruthy();
    expect((screen.getByRole('textbox', { name: '题目' }) as HTMLInputElement).value).toBe('晒坝怎么轮着用');
  });
});

describe('reviewing', () => {
  it('rules out only with the reason and with what to do instead', async () => {
    stage(<ActSheet topic={topicDetail()} act="ruleOut" onClose={() => undefined} />, {
      'forum.ruleOut': () => topicDetail(),
    });
    await write('为什么不能协商', '法院正在审理');
    await tap('不属于协商的事');
    expect(sentTo('forum.ruleOut')).toEqual([]);
    await write('应该怎么办', '等判决，先约顾问');
    await tap('不属于协商的事');
    await waitFor(() =>
      expect(sentTo('forum.ruleOut')).toEqual([
        { id: idOf(1), version: 1, reason: '法院正在审理', instead: '等判决，先约顾问' },
      ]),
    );
  });
});

describe('what people say', () => {
  const comment = {
    ...{ id: idOf(5), rootId: null, answersLabel: null, authorLabel: '河边老张', placeLabel: '高桥村' },
    ...{ body: '我赞成', checkState: 'PASSED' as const, replyCount: 0, atText: '刚刚' },
    ...{ mine: false, byAuthor: false, mayRemove: false },
  };

  it('shows an own comment that still waits as such, and sends an answer', async () => {
    const own = {
      ...comment,
      id: idOf(6),
      authorLabel: '我',
      body: '下雨顺延',
      checkState: 'PENDING' as const,
      mine: true,
    };
    stage(<Comments topic={topicDetail()} />, {
      'forum.comments': () => ({ items: [own, comment], nextCursor: null }),
      'forum.comment': () => ({ ...own, body: '我也是' }),
    });
    expect(await screen.findByText('核对中，别人还看不到')).toBeTruthy();
    await tap('回复河边老张');
    await write('想说的话', '我也是这样想');
    await tap('发出去');
    await waitFor(() =>
      expect(sentTo('forum.comment')).toEqual([
        { topicId: idOf(1), body: '我也是这样想', hideName: false, answersId: idOf(5) },
      ]),
    );
  });
});
