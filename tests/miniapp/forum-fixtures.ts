import type { TopicDetail, TopicSummary } from '../../miniapp/forum/types';
import { idOf } from './staff-fixtures';

/** One topic as lists have it: collecting voices in 高桥村. */
export const topicSummary = (part: Partial<TopicSummary> = {}): TopicSummary => ({
  ...{ id: idOf(1), no: 'YS20261126-1', title: '晒坝怎么轮着用', level: 'VILLAGE', levelText: '村（社区）' },
  ...{ status: 'RAISED', statusText: '征集附议', phase: 'DECIDING', stage: '提', headline: '还差 3 人附议就转入审核' },
  ...{ placeLabel: '李庄镇高桥村', checkState: 'PASSED', supportCount: 7, householdCount: 6, threshold: 10 },
  ...{ commentCount: 0, activeText: '昨天 10:00', mine: 'none', version: 1 },
  ...part,
});

/** The same with its whole story, to be supported by whoever reads it. */
export const topicDetail = (part: Partial<TopicDetail> = {}): TopicDetail => ({
  ...topicSummary(),
  ...{ body: '秋收大家都要晒粮，想排个班。', place: '', villageCode: '511502101208', townCode: '511502101000' },
  ...{
    authorLabel: '河边老张',
    coAuthors: [],
    raisedText: '11月20日 周五 10:00',
    textNo: 1,
    waiting: null,
    photos: [],
  },
  owner: { name: '提议人', role: '征集附议、修改内容' },
  clock: null,
  steps: [],
  ...{ counts: 'yes', countsText: null, mergedInto: null, splitFrom: null, keptOut: null, parts: [] },
  abilities: ['support', 'comment'],
  ...part,
});
