import type { Household, Person } from '#prisma';
import type { Output } from '#shared/contract';
import { deviceName } from '#shared/domain/identity/desktop';
import { maskedPhone } from '#shared/domain/text/phone';
import type { World } from '../places';
import { abilitiesOf, postLabels } from './policy';
import type { listDemoPeople, listSessions } from './queries';
import type { Holder } from './staffing';

/** A post with the names of its place and department. */
export const presentPost = (
  world: World,
  { kind, placeCode, departmentCode }: Pick<Holder, 'kind' | 'placeCode' | 'departmentCode'>,
): Output<'me.get'>['posts'][number] => ({
  kind,
  label: postLabels[kind],
  placeCode,
  placeName: world.placeName(placeCode),
  departmentCode,
  departmentName: departmentCode ? world.unitName(departmentCode) : null,
});

/** What a person sees of himself or herself; the phone only with its middle hidden. */
export const presentMe = (
  world: World,
  person: Person & { household: Household | null },
  posts: readonly Pick<Holder, 'kind' | 'placeCode' | 'departmentCode'>[],
  unreadNotifications: number,
): Output<'me.get'> => ({
  id: person.id,
  name: person.name,
  nickname: person.nickname,
  nicknameWanted: person.nicknameWanted,
  elderMode: person.elderMode,
  phoneMasked: person.phone ? maskedPhone(person.phone) : null,
  homeVillage: person.homeVillageCode
    ? { code: person.homeVillageCode, label: world.placeLabel(person.homeVillageCode) }
    : null,
  household: person.household ? { name: person.household.name, code: person.household.code } : null,
  posts: posts.map((post) => presentPost(world, post)),
  abilities: abilitiesOf(posts),
  unreadNotifications,
});

/** A signed-in device. */
export const presentSession = (
  session: Awaited<ReturnType<typeof listSessions>>[number],
  currentId: string,
): Output<'auth.sessions'>['items'][number] => ({
  id: session.id,
  name: deviceName(session.userAgent),
  desktop: session.desktop,
  createdAt: session.createdAt.toISOString(),
  expiresAt: session.expiresAt.toISOString(),
  current: session.id === currentId,
});

/** A person to be in the demonstration; `code` is what auth.login takes, `nonce` makes it new each time it is shown. */
export function presentDemoPerson(
  world: World,
  person: Awaited<ReturnType<typeof listDemoPeople>>[number],
  nonce: string,
): Output<'auth.demoPeople'>['items'][number] {
  const post = person.posts[0];
  const place = post?.departmentCode
    ? world.unitName(post.departmentCode)
    : world.placeLabel(post?.placeCode ?? person.homeVillageCode ?? '');
  return {
    id: person.id,
    name: person.name,
    role: person.demoRole ?? '',
    place,
    code: `demo-${person.openid}.${nonce}`,
  };
}
