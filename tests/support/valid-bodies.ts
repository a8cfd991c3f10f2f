import fc from 'fast-check';
import { z } from 'zod';
import { contract, type Name } from '#shared/contract';
import { validBody } from './arbitrary';

const uuid = '01a21be6-c26f-70ea-8a6a-c2814feb61ea';

/** Bodies that no generator makes up: letters with a meaning. */
const written: Partial<Record<Name, object>> = {
  'auth.desktopPoll': { id: uuid, secret: 'a'.repeat(43) },
  'auth.desktopLook': { code: '22222222' },
  'auth.desktopAnswer': { code: '22222222', agree: true },
  'supervision.sample': { quarter: '2026-Q3' },
  'shop.month': { villageCode: '511502101208', month: '2026-10' },
  'shop.settle': { outletId: uuid, month: '2026-10' },
  'shop.report': { villageCode: '511502101208', month: '2026-10', reason: '每月核对' },
  'batches.open': {
    ...{ villageCode: '511502101208', month: '2026-11', fileName: '十一月.csv' },
    content: Buffer.from('户号,事项,日期,做了什么,凭证\nGQ-1,rule-2,2026-11-03,扫了院坝,签到表').toString('base64'),
  },
  'forum.invited': { code: '22222222' },
  'forum.coauthor': { code: '22222222' },
  'forum.supportFor': {
    id: uuid,
    personName: '李大爷',
    idTail: '123X',
    via: 'PAPER',
    consent: '本人同意',
    photoId: uuid,
  },
  'forum.addTask': {
    ...{
      topicId: uuid,
      title: '装三盏路灯',
      description: '在村口到学校的路上装三盏路灯。',
      categoryCode: 'streetlight',
    },
    ...{ leadUnit: 'zhifa', dueOn: '2026-12-31' },
  },
  'moderation.report': { kind: 'COMMENT', subjectId: uuid, reason: 'OTHER' },
  'codes.make': { kind: 'GRID', subjectIds: ['511502101208003'] },
};

function sampled(name: Name, seed: number): object | undefined {
  const { input } = contract[name];
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
  return fc
    .sample(validBody(schema as never, [uuid]), { numRuns: 400, seed })
    .find((body) => input.safeParse(body).success) as object | undefined;
}

/** A body that a call takes, the same one each time. Throws when none is found: then it has to be written down above. */
export function bodyOf(name: Name): object {
  const body = written[name] ?? sampled(name, 7);
  if (!body) throw new Error(`no valid body for ${name}: write one in tests/support/valid-bodies.ts`);
  return body;
}

/** Two different bodies that a call takes; undefined when it takes only one. */
export function twoBodies(name: Name): [object, object] | undefined {
  const first = bodyOf(name);
  for (const seed of [11, 13, 17, 19]) {
    const other = sampled(name, seed);
    if (
      other &&
      JSON.stringify(contract[name].input.parse(other)) !== JSON.stringify(contract[name].input.parse(first))
    )
      return [first, other];
  }
  return undefined;
}
