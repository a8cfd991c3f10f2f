import { v7 as uuid } from 'uuid';
import type { FileStore } from '#server/gateways/storage/file-store';
import type { Output } from '#shared/contract';
import { momentText } from '#shared/domain/text/dates';
import { later, minuteMs } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import type { Prismas } from '../../kernel/db';
import { eventRow } from '../../kernel/events';
import { eraseLater } from '../../kernel/files-to-erase';
import { inTransaction } from '../../kernel/route';
import { jsonOf, sectionsOf, textOf } from './copy';

/** Links to stored files are good for half an hour; the files go an hour after they were made. */
const linkMs = 30 * minuteMs;

/**
 * Makes a copy of everything the desk holds about the caller, for people (text) and for machines (JSON), and gives links that end. What will be removed
 * is written down before there is anything to remove. The request counts as answered, and that it was made is a fact.
 */
export const downloadData =
  (store: FileStore) =>
  async (ctx: Ctx): Promise<Output<'privacy.download'>> => {
    const { db, districtId, actor, now, requestId } = ctx;
    const id = uuid();
    const keys = { text: `copies/${id}.txt`, json: `copies/${id}.json` };
    const sections = await inTransaction(db as Prismas, async (tx) => {
      const found = await sectionsOf({ db: tx, districtId }, actor.id);
      await eraseLater({ db: tx, districtId, now }, Object.values(keys));
      await tx.dataRequest.create({
        data: {
          ...{
            districtId,
            id,
            personId: actor.id,
            kind: 'COPY',
            about: 'other',
            text: '下载我的信息',
            state: 'GRANTED',
          },
          ...{ createdAt: now, dueAt: now, answeredAt: now },
        },
        select: { id: true },
      });
      const about = { districtId, actorId: actor.id, requestId, now };
      await tx.domainEvent.create({ data: eventRow(about, 'privacy.copied', { requestId: id }), select: { id: true } });
      return found;
    });
    const stored = [
      await store.put(keys.text, Buffer.from(textOf(sections, now)), { contentType: 'text/plain' }),
      await store.put(keys.json, Buffer.from(jsonOf(sections, now)), { contentType: 'application/json' }),
    ];
    if (stored.some(({ ok }) => !ok)) throw new AppError('storage_full');
    return {
      textUrl: ctx.link(keys.text),
      jsonUrl: ctx.link(keys.json),
      rows: sections.reduce((sum, { rows }) => sum + rows.length, 0),
      untilText: momentText(later(now, linkMs), now),
    };
  };
