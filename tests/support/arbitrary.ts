import fc from 'fast-check';

type Schema = { [key: string]: unknown } & {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
};

const nasty = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '😀'.repeat(30),
  '\'; drop table "Ticket"; --',
  '<script>alert(1)</script>',
  '路灯坏了'.repeat(2500),
  '=1+1',
  '../../etc/passwd',
  '%00',
  '𠮷'.repeat(50),
  '\u202e反',
  'null',
];

/** Anything JSON can say, nasty strings included. */
export const anyJson = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.dictionary(
    fc.constantFrom('id', 'text', 'version', 'limit', 'cursor', 'ids', 'payload', '__proto__', 'constructor'),
    fc.oneof(fc.constantFrom(...nasty), fc.double(), fc.jsonValue()),
  ),
);

/** Bodies that look like what a call wants: mostly valid, with real ids among the ids, and now and then a nasty value in one place. */
export function bodyFor(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const plain = valueFor(schema, ids);
  const spoiled = fc
    .tuple(
      plain,
      fc.constantFrom('unknown', ...Object.keys(schema.properties ?? {})),
      fc.oneof(fc.constantFrom<unknown>(...nasty), fc.jsonValue({ maxDepth: 2 })),
    )
    .map(([body, key, value]) => ({ ...(body as object), [key]: value }));
  return fc.oneof({ arbitrary: plain, weight: 3 }, { arbitrary: spoiled, weight: 2 });
}

/** Bodies that follow a call's schema as far as JSON Schema can say it. */
export const validBody = (schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> => valueFor(schema, ids);

function valueFor(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return fc.oneof(...options.map((option) => valueFor(option, ids)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object':
      return objectFor(schema, ids);
    case 'array':
      return fc.array(valueFor(schema.items ?? {}, ids), { maxLength: 3 });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'integer': {
      const min = Math.max(schema.minimum ?? 0, -5);
      return fc.integer({ min, max: Math.max(min, Math.min(schema.maximum ?? min + 3, min + 100)) });
    }
    case 'number':
      return fc.double({ min: schema.minimum ?? -200, max: schema.maximum ?? 200, noNaN: true });
    case 'string':
      return stringFor(schema, ids);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objectFor(
  { properties, required = [], additionalProperties }: Schema,
  ids: readonly string[],
): fc.Arbitrary<unknown> {
  if (!properties) {
    const values = typeof additionalProperties === 'object' ? valueFor(additionalProperties, ids) : fc.jsonValue();
    return fc.dictionary(
      fc.constantFrom('field', 'value', 'villageCode', 'ticketId', 'categoryCode', 'lng', 'lat', 'progress'),
      values,
      { maxKeys: 3 },
    );
  }
  const arbitraries = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, valueFor(value, ids)]));
  return fc.record(arbitraries, { requiredKeys: required.filter((key) => key in arbitraries) });
}

function stringFor(
  { format, pattern, minLength = 0, maxLength = 60 }: Schema,
  ids: readonly string[],
): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.oneof(fc.constantFrom(...ids), fc.uuid());
  if (format === 'date')
    return fc.constantFrom('2026-11-01', '2026-11-23', '0001-01-01', '2000-01-01', '2100-12-31', '9999-12-31');
  if (format === 'date-time') return fc.constantFrom('2026-11-23T10:00:00+08:00', '2026-11-23T02:00:00Z');
  if (pattern?.includes('\\d{12}') || pattern?.includes('\\d{6,17}'))
    return fc.constantFrom('511502101208', '511502101000', '511502000000', '511502101208003');
  if (pattern?.includes('1[3-9]')) return fc.constant('19999001234');
  if (pattern?.includes('[a-z]'))
    return fc.constantFrom('zhifa', 'zhongxin', 'streetlight', 'submit', 'edit', 'skip', 'cancel', 'handoff');
  return fc.string({ unit: 'grapheme', minLength: Math.min(minLength, 5), maxLength: Math.min(maxLength, 40) });
}
