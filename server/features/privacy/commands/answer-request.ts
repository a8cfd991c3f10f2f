import type { Parsed } from '#shared/contract';
import { type DataRequestSubject, isNameRequest, whyNotAnswer } from '#shared/domain/privacy/requests';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { correctName } from '../../identity/index';
import { mustAnswerRequests } from '../policy';

/**
 * The answer to a request, once. A granted correction of the name is made in the same transaction. Throws forbidden, not_found, data_request_own and
 * data_request_closed (also to the later of two who answer at the same time).
 */
export async function answerRequest(ctx: Ctx, { id, granted, answer }: Parsed<'privacy.answer'>): Promise<void> {
  mustAnswerRequests(ctx);
  const { db, districtId, actor, now, emit } = ctx;
  const request = await db.dataRequest.findFirst({ where: { districtId, id } });
  if (!request) throw new AppError('not_found');
  const refusal = whyNotAnswer(request, actor.id);
  if (refusal) throw new AppError(refusal);
  const { count } = await db.dataRequest.updateMany({
    where: { districtId, id, state: 'OPEN' },
    data: { state: granted ? 'GRANTED' : 'REFUSED', answer, answeredById: actor.id, answeredAt: now, alarmAt: null },
  });
  if (count === 0) throw new AppError('data_request_closed');
  if (granted && request.wanted && isNameRequest(request.kind, request.about as DataRequestSubject))
    await correctName(ctx, request.personId, request.wanted);
  await emit('privacy.answered', { requestId: id, granted });
}
