import { v7 as uuid } from 'uuid';
import type { FileStore } from '#server/gateways/storage/file-store';
import { momentText } from '#shared/domain/text/dates';
import { dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from './context';
import { eraseLater } from './files-to-erase';

const contentTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Puts a file that somebody takes out into the store, to be gone in an hour, and gives a signed link. Throws storage_full. */
export async function keepExport(
  ctx: Ctx,
  store: FileStore,
  kind: keyof typeof contentTypes,
  bytes: Buffer,
): Promise<string> {
  const key = `exports/${dayOf(ctx.now)}-${uuid()}.${kind}`;
  await eraseLater(ctx, [key]);
  const stored = await store.put(key, bytes, { contentType: contentTypes[kind] });
  if (!stored.ok) throw new AppError('storage_full');
  return ctx.link(key);
}

/** Who takes a list out, when and why, for its first line. */
export const watermark = ({ actor, now }: Pick<Ctx, 'actor' | 'now'>, reason: string): string =>
  `导出人 ${actor.name}，${dayOf(now)} ${momentText(now, now)}，理由：${reason}。仅供工作使用，不得外传`;
