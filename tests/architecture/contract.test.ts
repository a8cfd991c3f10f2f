import { z } from 'zod';
import { document } from '#server/openapi';
import { contract } from '#shared/contract';
import { errors } from '#shared/errors';

const entries = Object.entries(contract);

describe('the contract', () => {
  it.each(entries)('%s is named feature.verb and says in Chinese what it does', (name, { summary }) => {
    expect(name).toMatch(/^[a-z]+\.[a-z][A-Za-z]+$/);
    expect(summary).toMatch(/\p{Script=Han}/u);
  });

  it.each(entries)('%s refuses fields that it does not name', (_name, { input }) => {
    const { additionalProperties } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
    expect(additionalProperties).toBe(false);
  });

  it('is documented call by call, and documents nothing else', () => {
    expect(Object.keys(document().paths ?? {}).sort()).toEqual(entries.map(([name]) => `/api/${name}`).sort());
  });
});

describe('the failure catalogue', () => {
  it.each(Object.entries(errors))(
    '%s has a client or server status and a calm Chinese sentence',
    (_code, [status, sentence]) => {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(600);
      expect(sentence).toMatch(/\p{Script=Han}/u);
      expect(sentence).not.toMatch(/[!！]/);
    },
  );
});
