import type { Actor } from '../../kernel/context';

/** What a person's posts open, by place and unit. `open` is everything that is not confidential, `all` really everything. */
export interface Scope {
  everything: 'all' | 'open' | 'none';
  gridCodes: string[];
  villageCodes: string[];
  townCodes: string[];
  departments: string[];
}

/** The centre's own unit code. */
export const centreUnit = 'zhongxin';

/** The rows that come with a person's posts; ADMIN and LEGAL_ADVISOR open none by themselves. */
export function scopeOf({ posts }: Pick<Actor, 'posts'>): Scope {
  const places = (...kinds: string[]) =>
    posts.filter(({ kind }) => kinds.includes(kind)).map(({ placeCode }) => placeCode);
  const holds = (kind: string) => posts.some((post) => post.kind === kind);
  return {
    everything: holds('CENTRE_SEAT') ? 'all' : holds('JUSTICE_BUREAU') ? 'open' : 'none',
    gridCodes: places('GRID_STAFF', 'BUILDING_LEAD'),
    villageCodes: places('GRID_LEAD'),
    townCodes: places('TOWN_CLERK'),
    departments: posts.flatMap(({ kind, departmentCode }) =>
      kind === 'DEPARTMENT_CLERK' && departmentCode ? [departmentCode] : [],
    ),
  };
}

/** The unit codes in whose name this person works: own grids, villages, towns, departments, the centre. */
export function unitsOf({ posts }: Pick<Actor, 'posts'>): string[] {
  return posts.flatMap(({ kind, placeCode, departmentCode }) => {
    switch (kind) {
      case 'GRID_STAFF':
      case 'GRID_LEAD':
      case 'TOWN_CLERK':
        return [placeCode];
      case 'DEPARTMENT_CLERK':
        return departmentCode ? [departmentCode] : [];
      case 'CENTRE_SEAT':
        return [centreUnit];
      default:
        return [];
    }
  });
}
