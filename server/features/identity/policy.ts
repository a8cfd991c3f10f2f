import type { PostKind } from '#prisma';
import type { Output } from '#shared/contract';
import { isStaff } from '../../kernel/context';

export type Ability = Output<'me.get'>['abilities'][number];

/** Which posts open which part of the workbench. `workbench` itself is open to any post. Default, to be confirmed. */
const openedBy: Readonly<Record<Exclude<Ability, 'workbench'>, readonly PostKind[]>> = {
  board: ['CENTRE_SEAT', 'JUSTICE_BUREAU', 'TOWN_CLERK', 'GRID_LEAD', 'ADMIN'],
  handoff: ['GRID_STAFF', 'GRID_LEAD', 'TOWN_CLERK', 'CENTRE_SEAT'],
  arbitrate: ['CENTRE_SEAT'],
  deadLetters: ['ADMIN', 'CENTRE_SEAT'],
  export: ['CENTRE_SEAT', 'JUSTICE_BUREAU', 'DEPARTMENT_CLERK', 'TOWN_CLERK'],
  advise: ['LEGAL_ADVISOR'],
  supervise: ['JUSTICE_BUREAU'],
  bookFor: ['GRID_STAFF', 'GRID_LEAD', 'TOWN_CLERK', 'LEGAL_ADVISOR'],
  countersign: ['GRID_STAFF', 'GRID_LEAD', 'TOWN_CLERK'],
  forum: ['GRID_LEAD', 'TOWN_CLERK', 'CENTRE_SEAT', 'ADMIN'],
  moderate: ['TOWN_CLERK', 'CENTRE_SEAT', 'ADMIN'],
  privacy: ['CENTRE_SEAT', 'JUSTICE_BUREAU', 'ADMIN'],
  claims: ['GRID_STAFF', 'GRID_LEAD', 'TOWN_CLERK'],
  pointsKeep: ['GRID_LEAD', 'TOWN_CLERK'],
  codes: ['GRID_LEAD', 'TOWN_CLERK', 'CENTRE_SEAT', 'JUSTICE_BUREAU', 'ADMIN'],
  learning: ['CENTRE_SEAT', 'ADMIN'],
};

/** What a person with these posts finds in the desk beyond a resident's pages. */
export function abilitiesOf(posts: readonly { kind: PostKind }[]): Ability[] {
  if (!isStaff({ posts })) return [];
  const more = Object.entries(openedBy) as [Exclude<Ability, 'workbench'>, readonly PostKind[]][];
  return [
    'workbench',
    ...more.flatMap(([ability, kinds]) => (posts.some(({ kind }) => kinds.includes(kind)) ? [ability] : [])),
  ];
}

/** Whether somebody with these posts may do this; for the calls behind an ability. */
export const hasAbility = (posts: readonly { kind: PostKind }[], ability: Ability): boolean =>
  abilitiesOf(posts).includes(ability);

/** The word people read for a post. */
export const postLabels: Readonly<Record<PostKind, string>> = {
  GRID_LEAD: '网格长',
  GRID_STAFF: '网格员',
  BUILDING_LEAD: '楼栋长',
  TOWN_CLERK: '镇街经办',
  DEPARTMENT_CLERK: '部门经办',
  LEGAL_ADVISOR: '法律顾问',
  CENTRE_SEAT: '中心坐席',
  JUSTICE_BUREAU: '司法局',
  ADMIN: '管理员',
  COUNCIL_MEMBER: '议事会成员',
  SERVICE_TEAM: '同心服务团',
  MEDIATOR: '人民调解员',
  REVIEWER: '评议员',
  MERCHANT: '积分兑换点',
};
