/** Somebody on a post today. */
export interface PostHolder {
  readonly id: string;
  readonly name: string;
}

/** A place of the district as routing sees it; `holder` is 网格员, 网格长 or 镇街经办 and absent while the post is vacant. */
export interface RoutingPlace {
  readonly code: string;
  readonly name: string;
  readonly holder?: PostHolder | null;
}

/** A department or unit by its code, with the name people read. */
export interface RoutingUnit {
  readonly code: string;
  readonly name: string;
}

/** The part of a category row that decides the way. `handler` CENTRE sends it straight to the coordination centre. */
export interface RoutingCategory {
  readonly name: string;
  readonly handler: 'GRID' | 'CENTRE';
  readonly lead: RoutingUnit;
  readonly assist: readonly RoutingUnit[];
}

/** What is known about a report when it is filed. A place that could not be found out is absent. */
export interface RoutingFacts {
  readonly grid?: RoutingPlace | null;
  readonly village?: RoutingPlace | null;
  readonly town?: RoutingPlace | null;
  readonly centre: RoutingUnit;
  readonly category: RoutingCategory;
  readonly sensitive: boolean;
}

export type RoutingLevel = 'GRID' | 'VILLAGE' | 'TOWN' | 'CENTRE';

/** One step of the way: to whom, and because of what, both as people read it. */
export interface Hop {
  readonly to: string;
  readonly because: string;
}

/** Who has the ticket first, who leads and helps, and why. `hideReporter` keeps the reporter's name from everybody but the centre. */
export interface Route {
  readonly level: RoutingLevel;
  readonly assigneeId: string | undefined;
  readonly unitCode: string;
  readonly leadUnit: string;
  readonly assistUnits: readonly string[];
  readonly hideReporter: boolean;
  readonly hops: readonly Hop[];
}

/** The way of a report: grid, else village, else town, else centre; sensitive ones and the centre's own categories go there directly. */
export function routeTicket(facts: RoutingFacts): Route {
  if (facts.sensitive) {
    return toCentre(facts, [
      { to: facts.centre.name, because: '这类反映不经过网格和村社区，直接交区中心，反映人的身份保密' },
    ]);
  }
  if (facts.category.handler === 'CENTRE') {
    return toCentre(facts, [
      { to: facts.centre.name, because: `「${facts.category.name}」由${facts.centre.name}直接办理` },
    ]);
  }
  return downTheLadder(facts);
}

function downTheLadder(facts: RoutingFacts): Route {
  const { grid, village, town } = facts;
  const hops: Hop[] = [];
  if (grid) {
    const where = `位置在${village?.name ?? ''}${spaced(grid.name, village?.name)}`;
    if (grid.holder) {
      hops.push({ to: grid.holder.name, because: `${where}，网格员是${grid.holder.name}` });
      return arrive(facts, 'GRID', grid.holder.id, grid.code, hops);
    }
    hops.push({ to: grid.name, because: where });
  }
  if (village) {
    const why = grid ? '这一格暂时没有网格员' : `位置在${village.name}，还定不到是哪一格`;
    if (village.holder) {
      hops.push({ to: village.holder.name, because: `${why}，先交给村里的网格长${village.holder.name}` });
      return arrive(facts, 'VILLAGE', village.holder.id, village.code, hops);
    }
    hops.push({ to: village.name, because: `${why}，${village.name}的网格长也暂时空缺` });
  }
  if (town) {
    const why = village ? '村里暂时没有人接' : `只知道在${town.name}`;
    if (town.holder) {
      hops.push({ to: town.name, because: `${why}，先交给${town.name}的${town.holder.name}` });
      return arrive(facts, 'TOWN', town.holder.id, town.code, hops);
    }
    hops.push({ to: town.name, because: `${why}，${town.name}暂时没有经办人` });
  }
  const why = town ? '镇街暂时没有人接' : '还不知道具体位置';
  return toCentre(facts, [...hops, { to: facts.centre.name, because: `${why}，先交${facts.centre.name}分派` }]);
}

/** The grid's name without the village's in front: 高桥村第3网格 reads 第 3 网格 after 高桥村. */
function spaced(name: string, village: string | undefined): string {
  const own = village && name.startsWith(village) ? name.slice(village.length) : name;
  return own.replace(/第(\d{1,4})网格/, '第 $1 网格');
}

function toCentre(facts: RoutingFacts, hops: readonly Hop[]): Route {
  return { ...arrive(facts, 'CENTRE', undefined, facts.centre.code, hops), hideReporter: facts.sensitive };
}

/** On the grid's ladder the lead unit of the table helps (协办) until the grid hands over to it; at the centre it leads (牵头). */
function arrive(
  facts: RoutingFacts,
  level: RoutingLevel,
  assigneeId: string | undefined,
  unitCode: string,
  hops: readonly Hop[],
): Route {
  const { category, centre } = facts;
  const word = level === 'CENTRE' ? '牵头' : '协办';
  const units: Hop[] = [];
  if (category.lead.code !== centre.code) {
    units.push({ to: category.lead.name, because: `${category.name}由${category.lead.name}${word}` });
  }
  for (const unit of category.assist) {
    units.push({ to: unit.name, because: `${category.name}由${unit.name}配合` });
  }
  return {
    level,
    assigneeId,
    unitCode,
    leadUnit: category.lead.code,
    assistUnits: category.assist.map(({ code }) => code),
    hideReporter: false,
    hops: [...hops, ...units],
  };
}
