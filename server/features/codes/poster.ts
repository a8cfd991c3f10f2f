import { v7 as uuid } from 'uuid';
import type { Output, Parsed } from '#shared/contract';
import { sloganOf, spacedCode } from '#shared/domain/codes/place-code';
import { dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import { drawPosters } from '../../gateways/pdf/posters';
import type { FileStore } from '../../gateways/storage/file-store';
import type { Ctx } from '../../kernel/context';
import { printable } from './queries';

/** What a poster stands on: where files lie, and the address people without WeChat open (without it there is no second code). */
export interface PosterParts {
  store: FileStore;
  publicUrl: string | undefined;
}

/** Draws one page a code into the file store and gives a signed link. Throws not_found for a code that is not this actor's to print, storage_full. */
export const makePoster =
  ({ store, publicUrl }: PosterParts) =>
  async (ctx: Ctx, { ids }: Parsed<'codes.poster'>): Promise<Output<'codes.poster'>> => {
    const found = await printable(ctx, [...new Set(ids)]);
    const pages = await Promise.all(
      found.map(async ({ code, subject: { name, detail } }) => ({
        ...{ slogan: sloganOf(code.kind), name, detail, code: spacedCode(code.code) },
        link: publicUrl ? `${publicUrl.replace(/\/$/, '')}/q/${code.code}` : undefined,
        picture: code.pictureKey ? await bytesOf(store, code.pictureKey) : undefined,
        plain: code.code,
      })),
    );
    const key = `posters/${dayOf(ctx.now)}-${uuid()}.pdf`;
    const stored = await store.put(key, await drawPosters(pages), { contentType: 'application/pdf' });
    if (!stored.ok) throw new AppError('storage_full');
    return { url: ctx.link(key), pages: pages.length };
  };

async function bytesOf(store: FileStore, key: string): Promise<Uint8Array | undefined> {
  const file = await store.get(key);
  if (!file.ok) return undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of file.stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
