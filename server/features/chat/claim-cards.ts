import type { ClaimDraft } from '#shared/domain/chat/claim-state';
import { dayText } from '#shared/domain/text/dates';
import type { Ctx } from '../../kernel/context';
import type { StoredCard } from './stored-card';

const edit = (field: string) => ({ label: '改', action: 'claim.edit', payload: { field } });

/** Everything that would be applied for, line by line, before it is. */
export function claimConfirmCard(
  { now }: Pick<Ctx, 'now'>,
  { rule, text, happenedOn, photos }: ClaimDraft,
): StoredCard {
  return {
    ...{ type: 'confirm', title: '', map: null, photos: [], photoIds: [...photos] },
    lines: [
      { field: 'rule', label: '哪件事', value: `${rule.title} ${rule.pointsText}`, edit: edit('rule') },
      { field: 'text', label: '做了什么', value: text, edit: edit('text') },
      { field: 'day', label: '哪一天', value: dayText(happenedOn, now), edit: edit('day') },
      { field: 'photo', label: '照片', value: `${photos.length} 张`, edit: edit('photo') },
      {
        ...{ field: 'fee', label: '然后', value: '网格核对、评议小组评、公示七天' },
        note: '没有意见就记上，每一步都会告诉您',
      },
    ],
    options: [
      { label: '不申请了', action: 'claim.stop' },
      { label: '交上去', action: 'claim.confirm', style: 'primary' },
    ],
  };
}
