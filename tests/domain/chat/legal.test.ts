import { followedQuestion, legalReplies, mayAskLaw, withAsked } from '#shared/domain/chat/legal';
import { freshState } from '#shared/domain/chat/state';
import type { Heard } from '#shared/domain/chat/turn';

const heard = (part: Partial<Heard> = {}): Heard => ({
  ...{ intent: 'legal_question', confidence: 0.9, candidates: [], categories: [], answersAsked: false },
  ...{ sensitive: false, because: [], ...part },
});
const now = new Date('2026-11-23T02:00:00.000Z');

describe('who answers', () => {
  it.each([
    '我儿子被抓了会判几年',
    '老公遭公安带走了怎么办',
    '被刑拘了能不能取保候审',
    '人在看守所怎么请律师',
    '打伤人要坐牢吗',
    '自首能不能缓刑',
    '要判好多年',
  ])('people, when somebody may lose their freedom: %s', (said) => {
    const [reply, ...more] = legalReplies(said);
    expect(more).toEqual([]);
    expect(reply).toMatchObject({ kind: 'say', card: { type: 'choice' } });
    const labels =
      reply?.kind === 'say' && reply.card?.type === 'choice' ? reply.card.options.map(({ label }) => label) : [];
    expect(labels).toEqual(['打 12348', '约律师', '转人工']);
  });

  it.each(['欠债太多我不想活了', '离婚了想死', '老婆闹着要喝农药自杀'])(
    'people, when somebody despairs: %s',
    (said) => {
      expect(legalReplies(said)).toMatchObject([{ card: { type: 'emergency', kind: 'suicide' } }]);
    },
  );

  it.each(['老公打我怎么申请保护令', '家暴要保留什么证据', '邻居威胁我怎么办'])(
    'the police first, then the answer: %s',
    (said) => {
      expect(legalReplies(said)).toMatchObject([
        { kind: 'say', text: expect.stringContaining('110') },
        { kind: 'law', asked: said },
      ]);
    },
  );

  it.each(['打麻将会不会被罚款', '邻居抓了我的鸡要赔吗', '判给谁抚养', '老板不给工资'])(
    'the desk, for everything else: %s',
    (said) => {
      expect(legalReplies(said)).toEqual([{ kind: 'law', asked: said }]);
    },
  );
});

describe('going on with a question', () => {
  const asked = withAsked(freshState, [{ kind: 'law', asked: '老板拖欠工资违法吗' }], now);
  const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

  it.each([
    ['那要好多钱嘛', heard(), 5, true],
    ['去哪里办', heard({ intent: 'service_info' }), 5, true],
    ['要是他不给呢', heard({ intent: 'unknown', confidence: 0.4 }), 29, true],
    ['那要好多钱嘛', heard(), 31, false],
    ['好的', heard({ answer: 'yes' }), 1, false],
    ['那转人工', heard({ intent: 'human' }), 1, false],
    ['那约个律师', heard({ intent: 'book_advisor' }), 1, false],
    ['那办身份证去哪里', heard({ intent: 'service_info' }), 1, false],
    ['那我家门口的路灯坏了一个星期', heard({ intent: 'report', confidence: 0.99 }), 1, false],
    ['离婚冷静期是多少天', heard(), 1, false],
  ] as const)('%s', (said, how, minutes, goes) => {
    expect(followedQuestion(asked, said, how, minutesLater(minutes))).toBe(goes ? '老板拖欠工资违法吗' : undefined);
  });

  it('keeps the first question through several', () => {
    const further = withAsked(
      asked,
      [{ kind: 'law', asked: '那要好久', before: '老板拖欠工资违法吗' }],
      minutesLater(3),
    );
    expect(further.law).toEqual({ asked: '老板拖欠工资违法吗', at: minutesLater(3).toISOString() });
  });
});

it.each([
  ['离了婚他不给抚养费怎么办', { intent: 'dispute', lawTopic: '抚养费给多少' }, true],
  ['邻居家的狗咬了我谁赔', { intent: 'dispute', lawTopic: '狗咬人' }, true],
  ['邻居占了我家地边', { intent: 'dispute', lawTopic: '地界' }, false],
  ['邻居占了我家地边怎么办', { intent: 'dispute' }, false],
  ['路灯坏了怎么办', { intent: 'report', confidence: 0.98, lawTopic: '物业' }, false],
] as const)('%s: a question of law as much as a quarrel is %j', (said, part, asks) => {
  expect(mayAskLaw(said, heard(part))).toBe(asks);
});
