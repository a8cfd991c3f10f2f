import { type Actor, holds } from '../../kernel/context';
import type { Book } from './rule-books';
import { templatePlace } from './rule-books';

const holdsIn = (actor: Actor, kind: 'GRID_LEAD' | 'TOWN_CLERK', placeCode: string): boolean =>
  actor.posts.some((post) => post.kind === kind && post.placeCode === placeCode);
const townOf = (villageCode: string): string => `${villageCode.slice(0, 9)}000`;

/** Who looks after a village's points, its shop and its households: its 网格长 and the clerks of its town. Default, to be confirmed. */
export const mayKeepPoints = (actor: Actor, villageCode: string): boolean =>
  holdsIn(actor, 'GRID_LEAD', villageCode) || holdsIn(actor, 'TOWN_CLERK', townOf(villageCode));

/** Who may draft rules for a place: its 网格长 and the clerks of its town; the district's template the justice bureau. Default, to be confirmed. */
export const mayDraft = (actor: Actor, districtId: string, villageCode: string): boolean =>
  villageCode === templatePlace(districtId) ? holds(actor, 'JUSTICE_BUREAU') : mayKeepPoints(actor, villageCode);

/** Who may register that the villagers have adopted a version: a clerk of the town or the justice bureau, and never who has drafted it. */
export const mayAdopt = (actor: Actor, { villageCode, draftedById }: Book): boolean =>
  draftedById !== actor.id && (holds(actor, 'JUSTICE_BUREAU') || holdsIn(actor, 'TOWN_CLERK', townOf(villageCode)));

/** What somebody may do with a version now: only drafts change. */
export const abilitiesOf = (actor: Actor, districtId: string, book: Book): ('edit' | 'adopt')[] =>
  book.state === 'DRAFT'
    ? [
        ...(mayDraft(actor, districtId, book.villageCode) ? (['edit'] as const) : []),
        ...(mayAdopt(actor, book) ? (['adopt'] as const) : []),
      ]
    : [];
