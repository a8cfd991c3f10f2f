import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import type { Output } from '#shared/contract';
import { LawCard } from '../../miniapp/chat/cards/law-card';
import { AnswerCard } from '../../miniapp/packages/law/components/answer-card';
import { MarkedText } from '../../miniapp/packages/law/components/marked-text';
import LawsPage from '../../miniapp/packages/law/pages/list';
import LawSearchPage from '../../miniapp/packages/law/pages/search';
import { AssistDraft, AssistSummary } from '../../miniapp/packages/staff/components/assist';
import { LawPicker } from '../../miniapp/packages/staff/components/visit-sheet/law-picker';
import { leave, sentTo, stage } from './staff-stage';
import { Refused } from './support/desk';

const answer: Output<'laws.topic'> = {
  topicId: 'dog',
  title: '狗咬人、狗吓人',
  gist: '先打疫苗。',
  articles: [
    {
      short: '民法典',
      label: '第一千二百四十五条',
      no: 1245,
      sub: 0,
      lawId: 'minfadian',
      snippet: '（测试）',
      sinceText: '2021年1月1日起施行',
    },
    { short: '某条例', label: '第八条', no: 8, sub: 0, lawId: null, snippet: null, sinceText: null },
  ],
  related: [{ topicId: 'noise', title: '邻居吵闹' }],
  note: '仅供参考，以法律原文和律师意见为准。',
};
const searched: Output<'laws.search'> = { loaded: true, answer, articles: answer.articles };
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const tap = async (name: string | RegExp) => fireEvent.click(await button(name));

afterEach(leave);

describe('an answer about the law', () => {
  it('links only what can be read, and always says that it is for reference', async () => {
    stage(<AnswerCard answer={answer} onTopic={() => undefined} />, {});
    expect(await button(/^《民法典》第一千二百四十五条/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /某条例/ })).toBeNull();
    expect(screen.getByText('《某条例》第八条')).toBeTruthy();
    expect(screen.getByText(/仅供参考/)).toBeTruthy();
  });

  it('shows three articles in the talk and leads to the others', async () => {
    const five = [1, 2, 3, 4, 5].map((no) => ({ ...answer.articles[0]!, no, label: `第${no}条` }));
    stage(
      <LawCard card={{ type: 'law', answer: { ...answer, articles: five }, options: [] }} say={() => undefined} />,
      {},
    );
    expect(await screen.findAllByRole('button', { name: /^《民法典》/ })).toHaveLength(3);
    expect(await button('看全部 5 条')).toBeTruthy();
  });
});

describe('查法律', () => {
  it('shows what others ask, looks up a sentence, and opens a topic', async () => {
    stage(<LawSearchPage />, {
      'laws.topics': () => ({
        groups: [{ type: '婚姻家庭', topics: [{ topicId: 'custody', title: '离婚孩子归谁' }] }],
      }),
      'laws.search': () => searched,
      'laws.topic': () => ({ ...answer, title: '邻居吵闹、噪音扰民', gist: '先劝。' }),
    });
    expect(await screen.findByText('离婚孩子归谁')).toBeTruthy();
    fireEvent.change(screen.getByRole('textbox', { name: '要查的话' }), { target: { value: '狗咬人谁赔' } });
    await tap('查');
    expect(await screen.findByText('先打疫苗。')).toBeTruthy();
    expect(sentTo('laws.search')).toEqual([{ text: '狗咬人谁赔', limit: 10 }]);
    await tap('邻居吵闹');
    expect(await screen.findByText('先劝。')).toBeTruthy();
    expect(sentTo('laws.topic')).toEqual([{ topicId: 'noise' }]);
  });

  it('says plainly when no text is loaded', async () => {
    stage(<LawsPage />, { 'laws.list': () => ({ items: [], nextCursor: null }) });
    expect(await screen.findByText('法律原文还没有装进服务台')).toBeTruthy();
  });
});

it('marks parts of a text across its paragraphs and loses nothing', () => {
  const text = '动物咬人的，要赔。\n逗动物的，少赔。';
  const { container } = stage(
    <MarkedText
      text={text}
      marks={[
        [0, 2],
        [8, 13],
      ]}
    />,
    {},
  );
  expect(container.textContent).toBe(text.replace('\n', ''));
  expect([...container.querySelectorAll('.law-mark')].map((one) => one.textContent)).toEqual(['动物', '。', '逗动物']);
});

it('writes a chosen article into the record once, a line each', async () => {
  function Form() {
    const [law, setLaw] = useState('《民法典》第一条');
    return (
      <>
        <LawPicker facts="狗把人咬了" written={law} onChange={setLaw} />
        <div data-testid="law">{law}</div>
      </>
    );
  }
  stage(<Form />, { 'laws.search': () => searched });
  await tap('从法律里找依据');
  const choice = await screen
    .findByRole('radio', { name: /第一千二百四十五条/ })
    .catch(() => button(/第一千二百四十五条/));
  fireEvent.click(choice);
  fireEvent.click(choice);
  await waitFor(() =>
    expect(screen.getByTestId('law').textContent).toBe('《民法典》第一条\n《民法典》第一千二百四十五条'),
  );
  expect(sentTo('laws.search')[0]).toEqual({ text: '狗把人咬了', limit: 6 });
});

describe('the writing assistant', () => {
  const about = { ticketId: '01999999-0000-7000-8000-000000000001' };
  const on = { 'assist.status': () => ({ on: true, left: 3 }) };

  it('is not to be seen when it is off', async () => {
    const { container } = stage(<AssistSummary about={about} />, { 'assist.status': () => ({ on: false, left: 0 }) });
    await waitFor(() => expect(sentTo('assist.status')).toHaveLength(1));
    expect(container.textContent).toBe('');
  });

  it('summarises, labelled as generated', async () => {
    stage(<AssistSummary about={about} />, {
      ...on,
      'assist.write': () => ({ text: '路灯坏了。', label: '由 AI 生成，仅供参考', left: 2 }),
    });
    await tap('总结');
    expect(await screen.findByText('路灯坏了。')).toBeTruthy();
    expect(screen.getByText(/由 AI 生成/)).toBeTruthy();
  });

  it('puts a draft behind what was written and sends nothing', async () => {
    const drafted = jest.fn();
    stage(<AssistDraft about={about} written="您好。" onDraft={drafted} />, {
      ...on,
      'assist.write': () => ({ text: '我们去看。', label: '由 AI 生成，仅供参考', left: 2 }),
    });
    await tap('起草回复');
    await waitFor(() => expect(drafted).toHaveBeenCalledWith('您好。\n我们去看。'));
    expect(sentTo('workbench.reply')).toEqual([]);
  });

  it('says what is written more easily, and gives it back when asked', async () => {
    const stiff = '经研判，该事项已列入维修计划。';
    const Field = () => {
      const [text, setText] = useState(stiff);
      return (
        <>
          <AssistDraft about={about} written={text} onDraft={setText} />
          <p>{text}</p>
        </>
      );
    };
    stage(<Field />, {
      ...on,
      'assist.write': () => ({ text: '这件事我们要修。', label: '由 AI 生成，仅供参考', left: 2 }),
    });
    await tap('说得更简单些');
    expect(await screen.findByText('这件事我们要修。')).toBeTruthy();
    expect(sentTo('assist.write')).toEqual([{ kind: 'easier', text: stiff, ...about }]);
    await tap('改回来');
    expect(await screen.findByText(stiff)).toBeTruthy();
  });

  it('says when it cannot be reached, and leaves what was written alone', async () => {
    const drafted = jest.fn();
    stage(<AssistDraft about={about} written="您好。" onDraft={drafted} />, {
      ...on,
      'assist.write': () => {
        throw new Refused('assist_unavailable');
      },
    });
    await tap('起草回复');
    expect((await screen.findAllByText(/连不上/)).length).toBeGreaterThan(0);
    expect(drafted).not.toHaveBeenCalled();
  });
});
