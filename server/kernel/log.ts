import pino from 'pino';

const personal = [
  'phone',
  'name',
  'text',
  'token',
  'openid',
  'session_key',
  'access_token',
  'secret',
  'code',
  'authorization',
];

/** JSON logs. Callers log ids, names of calls and figures; the redaction is a second fence, not the rule. */
export const createLog = (level: string) =>
  pino({ level, base: undefined, redact: { paths: personal.flatMap((key) => [key, `*.${key}`]), censor: '[hidden]' } });

export type Log = ReturnType<typeof createLog>;

/** Where it broke, without values: database messages may quote what people wrote. */
export function describeError(thrown: unknown): { type?: string; errcode?: unknown; stack?: string } {
  const error = thrown as Error & { code?: unknown };
  const frames = error?.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .join('\n');
  return { type: error?.name, errcode: error?.code, stack: frames };
}
