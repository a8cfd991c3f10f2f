import type { SlotView } from '#shared/contract/bookings';
import { AppError, type ErrorCode } from '#shared/errors';
import type { Stating } from './context';

/** A refusal with something to be had instead, which is worked out (and may be written) after the refused transaction was rolled back. */
export class Refusal extends AppError {
  constructor(
    code: ErrorCode,
    private readonly instead: (ctx: Stating) => Promise<readonly SlotView[]>,
  ) {
    super(code);
  }

  /** Fills in what is to be had instead; `ctx` must not be the context of the refused transaction. */
  async complete(ctx: Stating): Promise<this> {
    return this.offering(await this.instead(ctx));
  }
}
