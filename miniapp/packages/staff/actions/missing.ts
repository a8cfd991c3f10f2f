import type { Draft, StaffAction, Ticket } from './draft';
import type { Field } from './forms';

/** What the ticket asks of a sheet beyond its fields. */
export interface Demand {
  /** Photos are a condition of this deed here (处理完了 of a category whose result can be seen). */
  photosNeeded: boolean;
  /** And nobody has sent one of how it was before. */
  beforeNeeded?: boolean;
}

/** What is still missing before a sheet may be sent: field kind → the sentence under it. Empty when it may go. */
export function missing(
  fields: readonly Field[],
  draft: Draft,
  demand: Demand,
): Partial<Record<Field['kind'], string>> {
  const gaps: Partial<Record<Field['kind'], string>> = {};
  for (const field of fields) {
    const gap = gapOf(field, draft, demand);
    if (gap) gaps[field.kind] = gap;
  }
  return gaps;
}

function gapOf(field: Field, draft: Draft, demand: Demand): string | undefined {
  switch (field.kind) {
    case 'words':
    case 'whereTo':
      return lengthGap(draft[field.kind].trim().length, field);
    case 'unit':
      return draft.unitCode ? undefined : '请选一个单位';
    case 'colleague':
      return draft.personId ? undefined : '请选一位同事';
    case 'assist':
      return draft.assistId ? undefined : '请选一项协办';
    case 'ticket':
      return draft.intoId ? undefined : '请选要并入的那一件';
    case 'photos':
      return photoGap(draft, demand);
  }
}

function lengthGap(length: number, { min, max }: { min: number; max: number }): string | undefined {
  if (length > max) return `最多 ${max} 个字，现在 ${length} 个`;
  if (length >= min) return undefined;
  return min > 1 ? `请至少写 ${min} 个字` : '这里要写点内容';
}

function photoGap({ photos }: Draft, { photosNeeded, beforeNeeded }: Demand): string | undefined {
  if (photosNeeded && !photos.some(({ role }) => role === 'AFTER')) return '请附上处理后的照片';
  return beforeNeeded && !photos.some(({ role }) => role === 'BEFORE') ? '请附上处理前的照片' : undefined;
}

/** What a ticket asks of 处理完了: an after photo where one is a condition, and a before photo when nobody has sent one. */
export function demandOf(
  action: StaffAction,
  { photoRequired, photos }: Pick<Ticket, 'photoRequired' | 'photos'>,
): Demand {
  const asked = action === 'handle' && photoRequired;
  const has = (wanted: 'BEFORE' | 'AFTER') => photos.some(({ role }) => role === wanted);
  return { photosNeeded: asked && !has('AFTER'), beforeNeeded: asked && !has('BEFORE') };
}
