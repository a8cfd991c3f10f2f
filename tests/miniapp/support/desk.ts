import type { Input, Name, Output } from '#shared/contract';
import { type ErrorCode, errors } from '#shared/errors';
import { answerWith } from './taro';

type Answers = { [N in Name]?: (input: Input<N>) => Output<N> };

export interface Call {
  name: string;
  input: unknown;
  key: string | undefined;
}

/** A refusal of the desk, thrown by an answer. */
export class Refused extends Error {
  constructor(
    readonly code: ErrorCode,
    /** What is wrong, by input field. */
    readonly fields?: Record<string, string>,
    /** Times to take instead. */
    readonly next?: unknown[],
  ) {
    super(code);
  }
}

/** A desk that answers contract-shaped values and remembers what it was asked. */
export function fakeDesk(answers: Answers): Call[] {
  const calls: Call[] = [];
  answerWith(async ({ url, data, header }) => {
    const name = url.replace('/api/', '') as Name;
    calls.push({ name, input: data, key: header['idempotency-key'] });
    const reply = answers[name] as ((input: unknown) => unknown) | undefined;
    if (!reply) return { statusCode: 404, data: { error: { code: 'not_found' } } };
    try {
      return { statusCode: 200, data: reply(data) };
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      const [status, message] = errors[failure.code];
      const { code, fields, next } = failure;
      return { statusCode: status, data: { error: { code, message, fields, next } } };
    }
  });
  return calls;
}
