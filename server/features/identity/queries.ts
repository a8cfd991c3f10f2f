import { v7 as uuid } from 'uuid';
import type { Ctx } from '#server/kernel/context';
import { AppError } from '#shared/errors';

type Asking = Pick<Ctx, 'db' | 'districtId'>;

/** The roles of the demonstration in the order they are offered. */
const demoOrder = [
  '村民',
  '网格员',
  '网格长',
  '楼栋长',
  '法律顾问',
  '部门经办',
  '镇街经办',
  '中心坐席',
  '司法局',
  '管理员',
  '议事会成员',
  '同心服务团',
  '人民调解员',
  '评议员',
  '积分兑换点',
];

/** A person with household, or not_found. */
export async function getPerson({ db, districtId }: Asking, id: string) {
  const person = await db.person.findUnique({
    where: { districtId_id: { districtId, id } },
    include: { household: true },
  });
  if (!person) throw new AppError('not_found');
  return person;
}

/** People by id: name, phone (unmasked), home. Unknown ids are absent. */
export async function peopleOf({ db, districtId }: Asking, ids: readonly string[]) {
  const people = await db.person.findMany({
    where: { districtId, id: { in: [...new Set(ids)] } },
    select: {
      id: true,
      name: true,
      nickname: true,
      phone: true,
      openid: true,
      homeVillageCode: true,
      homeGridCode: true,
      disabledAt: true,
    },
  });
  return new Map(people.map((person) => [person.id, person]));
}

/** The caller's sessions that still work, the newest first. */
export const listSessions = ({ db, districtId, actor, now }: Pick<Ctx, 'db' | 'districtId' | 'actor' | 'now'>) =>
  db.session.findMany({
    where: { districtId, personId: actor.id, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, userAgent: true, desktop: true, createdAt: true, expiresAt: true },
  });

/** The invented people a visitor of the demonstration may be. */
export async function listDemoPeople({ db, districtId }: Asking) {
  const people = await db.person.findMany({
    where: { districtId, demoRole: { not: null }, openid: { not: null } },
    include: { posts: { take: 1, orderBy: { kind: 'asc' } } },
  });
  const rank = (role: string | null) => demoOrder.findIndex((known) => role?.startsWith(known));
  return people.sort((a, b) => rank(a.demoRole) - rank(b.demoRole) || (a.name < b.name ? -1 : 1));
}

/** How many notices the person has not read. */
export const unreadCount = ({ db, districtId }: Asking, personId: string) =>
  db.notification.count({ where: { districtId, personId, readAt: null } });

/** The person behind an openid, made when WeChat knows somebody the desk has not met. Throws account_disabled. */
export async function personOfOpenid({ db, districtId, now }: Asking & Pick<Ctx, 'now'>, openid: string) {
  await db.person.createMany({
    data: { districtId, id: uuid(), name: '居民', openid, createdAt: now },
    skipDuplicates: true,
  });
  const person = await db.person.findUniqueOrThrow({ where: { districtId_openid: { districtId, openid } } });
  if (person.disabledAt) throw new AppError('account_disabled');
  return person;
}
