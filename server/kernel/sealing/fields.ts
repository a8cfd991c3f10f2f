import { isSealed, type Vault } from './vault';

interface Sealed {
  readonly field: string;
  /** The column with the blind index, for a field that is looked for by its whole value. */
  readonly index?: string;
}

/** What is sealed at rest, by model. Each model has its rows' ids in `id`. */
export const sealedFields = {
  Person: [{ field: 'phone', index: 'phoneIndex' }],
  Booking: [{ field: 'phone' }],
  DataRequest: [{ field: 'text' }, { field: 'wanted' }, { field: 'answer' }],
  ServiceRecord: [{ field: 'who' }, { field: 'facts' }, { field: 'advice' }, { field: 'nextStep' }],
} as const satisfies Record<string, readonly Sealed[]>;
export type SealedModel = keyof typeof sealedFields;

export const isSealedModel = (model: string): model is SealedModel => Object.hasOwn(sealedFields, model);
export const fieldsOf = (model: SealedModel): readonly Sealed[] => sealedFields[model];

let held: Vault | undefined;

/** The keys this process seals and opens with: one district, one ring. Called once at the start, before the database is opened. */
export const useVault = (vault: Vault): void => {
  held = vault;
};

/** The keys of this process. Throws when none were opened: a value that must be sealed is never written in clear. */
export function vault(): Vault {
  if (!held) throw new Error('字段密钥还没有打开');
  return held;
}

/** A value as it was before it was sealed. What was written before there were keys is in clear and comes as it is. */
export const opened = (model: SealedModel, field: string, rowId: string, value: string): string =>
  isSealed(value) ? vault().open({ model, field, rowId }, value) : value;

/** A row for a statement written by hand: its sealed fields sealed, their indexes filled. The row is left as it was. */
export function sealedRow<T extends { id?: unknown }>(model: SealedModel, row: T): T {
  const copy: Record<string, unknown> = { ...row };
  for (const { field, index } of fieldsOf(model)) {
    const value = copy[field];
    if (typeof value !== 'string' || isSealed(value)) continue;
    if (typeof row.id !== 'string') throw new Error(`${model}.${field} cannot be sealed without the id of its row`);
    copy[field] = vault().seal({ model, field, rowId: row.id }, value);
    if (index) copy[index] = vault().index(field, value);
  }
  return copy as T;
}
