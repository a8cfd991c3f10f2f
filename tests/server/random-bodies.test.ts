import fc from 'fast-check';
import { z } from 'zod';
import { contract, type Name } from '#shared/contract';
import { errors } from '#shared/errors';
import { anonymous, as } from '../support/api';
import { anyJson, bodyFor } from '../support/arbitrary';
import { make } from '../support/make';

const names = Object.keys(contract) as Name[];
const documented = new Set(Object.keys(errors));
const runs = 12;

/** What must hold of every answer, whatever was sent: a catalogue refusal or a success, never a failure of ours. */
function expectCalm(
  name: Name,
  { status, body }: { status: number; body: { error?: { code: string; message: string } } },
): void {
  if (status === 200) return;
  expect({ name, status, known: documented.has(body.error?.code ?? '') }).toEqual({
    name,
    status: expect.any(Number),
    known: true,
  });
  expect(body.error?.code).not.toBe('internal');
  expect(status).toBeLessThan(500);
}

describe('whatever is thrown at a call', () => {
  it.each(names)('%s answers calmly', async (name) => {
    const resident = await make.person();
    const centre = await make.staff('CENTRE_SEAT', '511502000000');
    const [own, other] = [await make.ticket({ reporterId: resident.id }), await make.ticket()];
    const schema = z.toJSONSchema(contract[name].input, { io: 'input', unrepresentable: 'any' });
    const ids = [own.id, other.id, resident.id, centre.id];
    const bodies = fc.oneof(anyJson, bodyFor(schema as never, ids), bodyFor(schema as never, ids));

    await fc.assert(
      fc.asyncProperty(bodies, fc.constantFrom('resident', 'centre', 'nobody'), async (body, who) => {
        const caller = who === 'nobody' ? anonymous : as(who === 'centre' ? centre : resident);
        if (name === 'auth.logout' || name === 'auth.revokeSession') return;
        expectCalm(name, await caller.call(name, body as never));
      }),
      { numRuns: runs },
    );
  });
});
