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
