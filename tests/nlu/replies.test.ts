import { answerIn, asksForHuman, cancels, ordinalIn } from '../../server/nlu/commands';
import { correctionIn } from '../../server/nlu/correction';
import { normalize } from '../../server/nlu/normalize';

describe('short replies', () => {
  it.each([
    '是',
    '是的',
    '对头',
    '要得',
    '好嘛',
    '可以',
    '嗯',
    '确认提交',
    '没错',
    'ok',
    '就是这样',
    '好的谢谢',
    '对对对',
  ])('「%s」 is yes', (said) => expect(answerIn(normalize(said), 'confirm')).toBe('yes'));
  it.each(['不是', '不对', '不用了', '没有', '莫得', '要不得', '不', '不行', '错了', '先不'])('「%s」 is no', (said) =>
    expect(answerIn(normalize(said), 'confirm')).toBe('no'),
  );
  it.each(['跳过', '没有照片', '莫得照片', '不方便拍', '不晓得', '没有', '不用', '拍不了'])(
    '「%s」 passes when a photo is asked for',
    (said) => expect(answerIn(normalize(said), 'photo')).toBe('skip'),
  );
  it.each(['路灯坏了', '高桥村三组', '没有水用了咋个办', '好多天没水了', '不亮了', '是路灯'])(
    '「%s」 is no such reply',
    (said) => expect(answerIn(normalize(said), 'what')).toBeUndefined(),
  );

  it.each([
    ['第二个', undefined, 2],
    ['第三条', 'choice', 3],
    ['2', 'choice', 2],
    ['选一', 'choice', 1],
    ['最后一个', 'choice', -1],
    ['2', undefined, undefined],
    ['第一次来', 'choice', undefined],
  ] as const)('「%s」 when %s is asked for is choice %s', (said, expecting, ordinal) =>
    expect(ordinalIn(said, expecting)).toBe(ordinal),
  );
});

describe('asking for a person', () => {
  it.each([
    '转人工',
    '人工',
    '人工客服',
    '你听不懂，喊个人来',
    '找个真人',
    '喊个人来跟我说',
    '不要机器人',
    '有没有人在',
    '换个人来',
    '转客服',
  ])('「%s」 does', (said) => expect(asksForHuman(normalize(said))).toBe(true));
  it.each(['喊个人来修路灯', '叫个人来看一下水管', '有人在烧垃圾', '人工湖的水臭了', '找人修路', '有人打架'])(
    '「%s」 does not',
    (said) => expect(asksForHuman(normalize(said))).toBe(false),
  );
});

describe('breaking off', () => {
  it.each([
    '算了',
    '算了不报了',
    '取消',
    '不弄了',
    '我不想报了',
    '不要了',
    '算球了',
    '撤销我的投诉',
    '退出',
    '算了，谢谢',
  ])('「%s」 does', (said) => expect(cancels(normalize(said))).toBe(true));
  it.each(['死了算了', '公交站取消了我们上班不方便', '路灯坏了', '不要乱停车', '不想活了'])('「%s」 does not', (said) =>
    expect(cancels(normalize(said))).toBe(false),
  );
});

describe('corrections', () => {
  it.each([
    ['不是路灯是井盖', { field: 'what', from: '路灯', to: '井盖' }],
    ['地址不对, 应该是李庄镇', { field: 'where', to: '李庄镇' }],
    ['不是三组，是五组', { field: 'where', from: '三组', to: '五组' }],
    ['说错了，应该是高桥村', { field: 'where', to: '高桥村' }],
    ['电话写错了', { field: 'phone' }],
    ['是井盖不是路灯', { field: 'what', from: '路灯', to: '井盖' }],
    ['不是昨天，是前天', { field: 'since', from: '昨天', to: '前天' }],
    ['改一下地址', { field: 'where' }],
    ['说错了', { field: 'any' }],
  ])('「%s」', (said, expected) => expect(correctionIn(normalize(said), undefined)).toEqual(expected));

  it.each([
    '不是我不讲理，是他们太过分了',
    '路灯坏了',
    '积分不对，少给我记了5分',
    '医保报销比例不对，少报了',
    '物业费算错了三百块，要求退给我们业主，一直没有给说法',
    '是不是停电了',
    '对不对',
  ])('「%s」 is none', (said) => expect(correctionIn(normalize(said), undefined)).toBeUndefined());
});
