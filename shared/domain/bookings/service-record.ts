/** What a service record must say (一次一记). Time, place, persons, kind, content and result: domain 6.6; the law cited, advice and next step: default, to be confirmed. */
export interface ServiceRecord {
  readonly heldAt?: Date | null;
  readonly place?: string | null;
  readonly persons?: readonly string[] | null;
  readonly kind?: string | null;
  readonly content?: string | null;
  readonly lawCited?: string | null;
  readonly advice?: string | null;
  readonly nextStep?: string | null;
}

const fieldLabels = {
  heldAt: '时间',
  place: '地点',
  persons: '服务对象',
  kind: '事项类别',
  content: '咨询内容',
  lawCited: '法律依据',
  advice: '答复意见',
  nextStep: '后续安排',
} as const satisfies Record<keyof ServiceRecord, string>;

export type RecordField = keyof typeof fieldLabels;

/** Every field of a record, in the order of the form. */
export const recordFields = [
  'heldAt',
  'place',
  'persons',
  'kind',
  'content',
  'lawCited',
  'advice',
  'nextStep',
] as const satisfies readonly RecordField[];

/** The word people read for a field. */
export function recordFieldLabel(field: RecordField): string {
  return fieldLabels[field];
}

/** The fields still empty, in the order of the form; a record is complete when there is none. Blank text counts as empty. */
export function missingFields(record: ServiceRecord): readonly RecordField[] {
  return recordFields.filter((field) => {
    const value = record[field];
    if (value === undefined || value === null) return true;
    if (value instanceof Date) return Number.isNaN(value.getTime());
    if (typeof value === 'string') return value.trim() === '';
    return !value.some((person) => person.trim() !== '');
  });
}
