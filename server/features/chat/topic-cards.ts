import type { Choice, Reply } from '#shared/domain/chat/reply';
import type { TopicDraft } from '#shared/domain/chat/topic-state';
import { topicLevelLabel } from '#shared/domain/forum/lifecycle';
import type { Ctx } from '../../kernel/context';
import { adviseOn, topicSummaries } from '../forum/index';
import type { StoredCard } from './stored-card';

/** Topics to choose from, as they stand now. */
export async function topicsCard(ctx: Ctx, reply: Reply & { kind: 'topics' }): Promise<StoredCard> {
  return {
    type: 'topics',
    items: await topicSummaries(ctx, reply.topicIds),
    options: structuredClone(reply.options) as Choice[],
  };
}

const edit = (field: string) => ({ label: '改', action: 'topic.edit', payload: { field } });

/** Everything that would be put forward, line by line, before it is. */
export async function topicConfirmCard(ctx: Ctx, draft: TopicDraft): Promise<StoredCard> {
  const { title, body, level, villageCode } = draft;
  const { threshold, placeLabel } = await adviseOn(ctx, { title, body, level, placeCode: villageCode });
  const url = `/packages/forum/pages/raise/index?title=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
  return {
    type: 'confirm',
    title: '',
    lines: [
      { field: 'title', label: '题目', value: title, edit: edit('title') },
      { field: 'body', label: '内容', value: body, edit: edit('body') },
      { field: 'level', label: '跟谁', value: topicLevelLabel(level), edit: edit('level') },
      {
        ...{ field: 'place', label: '哪里', value: placeLabel, edit: edit('place') },
        note: `那里的居民可以附议，满 ${threshold} 人转入审核，三个工作日答复`,
      },
      { field: 'fee', label: '注意', value: '提出去后先核对内容', note: '请不要写别人的电话、住址和孩子的名字' },
    ],
    map: null,
    photos: [],
    options: [
      { label: '不提了', action: 'topic.stop' },
      { label: '到页面上写', action: 'page', payload: { url } },
      { label: '提出去', action: 'topic.confirm', style: 'primary' },
    ],
  };
}
