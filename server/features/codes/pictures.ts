import { sceneOf } from '#shared/domain/codes/place-code';
import type { FileStore } from '../../gateways/storage/file-store';
import type { Wechat } from '../../gateways/wechat/client';
import type { Ground } from '../../kernel/route';

/** The page a scan opens, as WeChat wants it. */
export const openPage = 'packages/codes/pages/open/index';

const batch = 5;
const leaseMs = 60_000;
const restMs = 60_000;
const longestRestMs = 6 * 3_600_000;

interface Due {
  id: string;
  code: string;
  tries: number;
}

/**
 * Asks WeChat for the pictures of new codes, outside any transaction, and keeps them. What fails comes again later and later, at most every six
 * hours: WeChat draws nothing before the page is published. Until then posters carry an ordinary code.
 */
export async function drawCodes(parts: {
  ground: Ground;
  wechat: Pick<Wechat, 'getUnlimitedQrCode'>;
  store: FileStore;
}): Promise<'more' | undefined> {
  const { ground, wechat, store } = parts;
  const { prisma, districtId, now } = ground;
  const at = now();
  const due = await prisma.$queryRaw<Due[]>`
    WITH due AS (SELECT "id" FROM "QrCode" WHERE "districtId" = ${districtId} AND "nextAt" <= ${at}
      ORDER BY "nextAt" LIMIT ${batch} FOR UPDATE SKIP LOCKED)
    UPDATE "QrCode" q SET "nextAt" = ${new Date(at.getTime() + leaseMs)}, "tries" = q."tries" + 1
    FROM due WHERE q."districtId" = ${districtId} AND q."id" = due."id" RETURNING q."id", q."code", q."tries"`;
  for (const { id, code, tries } of due) {
    const drawn = await wechat.getUnlimitedQrCode({ scene: sceneOf(code), page: openPage });
    const key = `codes/${id}.img`;
    const stored = drawn.ok && (await store.put(key, drawn.image, { contentType: 'image/png' })).ok;
    const rest = Math.min(longestRestMs, restMs * 2 ** (tries - 1));
    await prisma.qrCode.updateMany({
      where: { districtId, id, retiredAt: null },
      data: stored ? { pictureKey: key, nextAt: null } : { nextAt: new Date(now().getTime() + rest) },
    });
  }
  return due.length < batch ? undefined : 'more';
}
