import { isBlocked, walletMove } from '#shared/domain/notices/wallet';
import type { Ctx } from '../../../kernel/context';
import { personOfOpenid } from '../../identity/index';
import { pushedMessage } from '../../inbox/index';
import { isTemplateKey, type TemplateKey, type Templates } from '../templates';
import { isNewsKind, readNews, type TemplateNews } from '../wallet-news';
import { moveWallet } from './move-wallet';

/** A message whose answer was lost is taken for the one that WeChat tells of if it was tried at most so long before. Default, to be confirmed. */
const lostForMs = 10 * 60_000;

/** Brings a person's wallets, and what became of messages, in line with what WeChat pushed. */
export async function takeWalletNews(ctx: Ctx, messageId: string, templates: Templates): Promise<void> {
  const { kind, openid, body } = await pushedMessage(ctx, messageId);
  if (!isNewsKind(kind)) return;
  const keys = new Map([...templates].map(([key, templateId]) => [templateId, key]));
  const { id: personId } = await personOfOpenid(ctx, openid);
  for (const told of readNews(kind, body)) {
    const key = keys.get(told.templateId);
    if (!key || !isTemplateKey(key)) continue;
    const move = walletMove(told.news);
    if (move) await moveWallet(ctx, personId, key, move);
    if (told.news.event === 'sent') await settleSent(ctx, personId, key, told);
  }
}

/** Writes down what became of a message: one that was not shown, or one that nobody knew of. */
async function settleSent(ctx: Ctx, personId: string, template: TemplateKey, { news, msgId }: TemplateNews) {
  if (news.event !== 'sent' || !msgId) return;
  const { db, districtId, now } = ctx;
  const known = { districtId, template, msgId };
  if (news.errorCode === 0) {
    if ((await db.delivery.count({ where: known })) === 0) await settleLost(ctx, personId, template, msgId);
    return;
  }
  const data = isBlocked(news)
    ? { state: 'SKIPPED' as const, reason: 'refused' }
    : { state: 'DEAD' as const, reason: 'not_shown' };
  await db.delivery.updateMany({
    where: { ...known, state: 'SENT' },
    data: { ...data, errcode: news.errorCode, updatedAt: now },
  });
}

/** The one message to this person whose answer was lost has gone after all: it is not sent again, and the wallet has one less. */
async function settleLost(ctx: Ctx, personId: string, template: TemplateKey, msgId: string): Promise<void> {
  const { db, districtId, now } = ctx;
  const lost = await db.delivery.findMany({
    where: {
      ...{ districtId, template, state: 'UNKNOWN', notification: { personId } },
      updatedAt: { gte: new Date(now.getTime() - lostForMs) },
    },
    select: { id: true },
    take: 2,
  });
  const [only] = lost;
  if (!only || lost.length > 1) return;
  const { count } = await db.delivery.updateMany({
    where: { districtId, id: only.id, state: 'UNKNOWN' },
    data: { state: 'SENT', reason: null, msgId, leaseUntil: null, updatedAt: now },
  });
  if (count > 0) await moveWallet(ctx, personId, template, 'less');
}
