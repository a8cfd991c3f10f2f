import { v7 as uuid } from 'uuid';
import type { Output, Parsed } from '#shared/contract';
import { monthSpan } from '#shared/domain/bookings/presence';
import { defaultDraw, quarterlySample } from '#shared/domain/bookings/sample';
import { dayText } from '#shared/domain/text/dates';
import { dayOf } from '#shared/domain/time/clock';
import type { Ctx } from '../../../kernel/context';
import { peopleOf } from '../../identity/index';
import { monthsOf } from '../period';
import { mustSupervise } from '../policy';

/**
 * 季度抽查: draws the records of a quarter to be checked, spread over the firms, and shows those drawn. The same records give the same sample;
 * what was drawn once stays drawn when more records come in. The draw's seed holds the desk's secret, so that nobody can foresee it.
 */
export async function drawSample(
  ctx: Ctx,
  { quarter }: Parsed<'supervision.sample'>,
): Promise<Output<'supervision.sample'>> {
  mustSupervise(ctx);
  const { db, districtId, now } = ctx;
  const months = monthsOf(quarter);
  const [first = '', , last = first] = months;
  const records = await db.serviceRecord.findMany({
    where: { districtId, createdAt: { gte: monthSpan(first).from, lt: monthSpan(last).to } },
    select: { id: true, advisorId: true },
  });
  const advisors = await db.advisor.findMany({
    where: { districtId },
    select: { id: true, personId: true, team: { select: { firmId: true } } },
  });
  const known = new Map(advisors.map((advisor) => [advisor.id, advisor]));
  const drawn = quarterlySample(
    records.map(({ id, advisorId }) => ({ id, group: known.get(advisorId)?.team.firmId ?? '' })),
    { ...defaultDraw, seed: ctx.keyed(`sample:${quarter}`) },
  );
  await db.recordSample.createMany({
    data: drawn.map((recordId) => ({ districtId, id: uuid(), quarter, recordId })),
    skipDuplicates: true,
  });
  const sample = await db.recordSample.findMany({ where: { districtId, quarter }, orderBy: { recordId: 'asc' } });
  const shown = await db.serviceRecord.findMany({
    where: { districtId, id: { in: sample.map(({ recordId }) => recordId) } },
  });
  const bookings = await db.booking.findMany({
    where: { districtId, id: { in: shown.map(({ bookingId }) => bookingId) } },
    select: { id: true, no: true, startsAt: true },
  });
  const names = await peopleOf(
    ctx,
    advisors.map(({ personId }) => personId),
  );
  return {
    items: sample.flatMap(({ id, recordId, finding, passed }) => {
      const record = shown.find((one) => one.id === recordId);
      const booking = bookings.find((one) => one.id === record?.bookingId);
      if (!record || !booking) return [];
      const { who, facts, lawCited, advice, nextStep, handover, complete, createdAt } = record;
      return [
        {
          ...{ id, no: booking.no, finding, passed, atText: dayText(dayOf(booking.startsAt), now) },
          advisorName: names.get(known.get(record.advisorId)?.personId ?? '')?.name ?? '',
          record: {
            ...{ who, facts, lawCited, advice, nextStep, handover, complete, ticketNo: null },
            atText: dayText(dayOf(createdAt), now),
          },
        },
      ];
    }),
  };
}
