import { v7 as uuid } from 'uuid';
import type { DataRequest } from '#prisma';
import type { Parsed } from '#shared/contract';
import { answerDueAt, isNameRequest, openRequestLimit, remindDueAt } from '#shared/domain/privacy/requests';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';

/**
 * Writes down what a person asks about his or her own data; the clock of 15 working days begins. Requests of one person come one after the other, so
 * the limit holds. Throws data_request_limit and data_request_name.
 */
export async function openRequest(ctx: Ctx, input: Parsed<'privacy.request'>): Promise<DataRequest> {
  const { db, districtId, actor, now, emit } = ctx;
  const { kind, about, text, wanted } = input;
  if (isNameRequest(kind, about) !== (wanted !== undefined))
    throw new AppError('data_request_name', { wanted: '请写上正确的姓名' });
  await db.$queryRaw`SELECT 1 FROM "Person" WHERE "districtId" = ${districtId} AND "id" = ${actor.id}::uuid FOR UPDATE`;
  const open = await db.dataRequest.count({ where: { districtId, personId: actor.id, state: 'OPEN' } });
  if (open >= openRequestLimit) throw new AppError('data_request_limit');
  const dueAt = answerDueAt(now, (await worldOf(db)).calendar);
  const request = await db.dataRequest.create({
    data: {
      ...{ districtId, id: uuid(), personId: actor.id, kind, about, text, wanted: wanted ?? null },
      ...{ createdAt: now, dueAt, alarmAt: remindDueAt(now, dueAt) },
    },
  });
  await emit('privacy.requested', { requestId: request.id });
  return request;
}
