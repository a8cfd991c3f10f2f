import type { PrismaClient } from '#prisma';
import { fieldsOf, opened, type SealedModel, sealedRow, vault } from './fields';

type Bag = Record<string, unknown>;
const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/**
 * Seals what must be sealed on its way to the database and opens it on its way back, so that features read and write plain values. Looking for a
 * whole value goes by its blind index. Statements written by hand see sealed values: `opened` and `sealedRow` are for them. Writes nested in those of
 * another model are not seen here and must not be used for sealed models.
 */
export function withSealing(prisma: PrismaClient): PrismaClient {
  const hook = (model: SealedModel) => ({
    $allOperations: ({ args, query }: { args: unknown; query: (args: never) => Promise<unknown> }) =>
      query(sealedArgs(model, args as Bag) as never),
  });
  const text = (model: SealedModel, field: string) => ({
    needs: { id: true, [field]: true },
    compute: (row: Bag) => {
      const value = row[field];
      return typeof value === 'string' ? opened(model, field, String(row.id), value) : value;
    },
  });
  const texts = (model: SealedModel) =>
    Object.fromEntries(fieldsOf(model).map(({ field }) => [field, text(model, field)]));
  const extended = prisma.$extends({
    query: {
      person: hook('Person'),
      booking: hook('Booking'),
      serviceRecord: hook('ServiceRecord'),
      dataRequest: hook('DataRequest'),
    },
    result: {
      person: texts('Person'),
      booking: texts('Booking'),
      serviceRecord: texts('ServiceRecord'),
      dataRequest: texts('DataRequest'),
    },
  } as never);
  return extended as unknown as PrismaClient;
}

function sealedArgs(model: SealedModel, args: Bag | undefined): Bag | undefined {
  if (!args) return args;
  const { where, data, create, update } = args;
  const id = idIn(where);
  return {
    ...args,
    ...(isBag(where) && { where: sealedWhere(model, where) }),
    ...(data !== undefined && {
      data: Array.isArray(data) ? data.map((row) => sealedData(model, row, id)) : sealedData(model, data, id),
    }),
    ...(create !== undefined && { create: sealedData(model, create, id) }),
    ...(update !== undefined && { update: sealedData(model, update, id) }),
  };
}

/** The one row a condition names, wherever it stands in it. */
function idIn(where: unknown): string | undefined {
  if (!isBag(where)) return undefined;
  if (typeof where.id === 'string') return where.id;
  return isBag(where.districtId_id) ? String(where.districtId_id.id) : undefined;
}

function sealedData(model: SealedModel, data: unknown, rowId: string | undefined): unknown {
  if (!isBag(data)) return data;
  const plain: Bag = { ...data };
  for (const { field, index } of fieldsOf(model)) {
    const value = plain[field];
    if (isBag(value) && 'set' in value) plain[field] = value.set;
    if (index && plain[field] === null) plain[index] = null;
  }
  const { id, ...sealed } = sealedRow(model, { ...plain, id: plain.id ?? rowId });
  return 'id' in data ? { ...sealed, id } : sealed;
}

function sealedWhere(model: SealedModel, where: Bag): Bag {
  const next: Bag = { ...where };
  for (const joint of ['AND', 'OR', 'NOT']) {
    const parts = next[joint];
    if (Array.isArray(parts)) next[joint] = parts.map((part) => (isBag(part) ? sealedWhere(model, part) : part));
    else if (isBag(parts)) next[joint] = sealedWhere(model, parts);
  }
  for (const { field, index } of fieldsOf(model)) {
    const asked = next[field];
    if (asked === undefined || asked === null || (isBag(asked) && asked.not === null)) continue;
    if (!index) throw new Error(`${model}.${field} is sealed and cannot be looked for`);
    const wanted = isBag(asked) ? asked.in : [asked];
    if (!Array.isArray(wanted)) throw new Error(`${model}.${field} is found by its whole value only`);
    delete next[field];
    next[index] = { in: wanted.map((value) => vault().index(field, String(value))) };
  }
  return next;
}
