import type { Household, RuleItem } from '#prisma';
import type { World } from '../places/index';
import type { Standing } from './policy';

/** What a claim is shown with. */
export interface Around {
  readonly world: World;
  readonly standing: Standing;
  readonly rules: ReadonlyMap<string, RuleItem>;
  readonly households: ReadonlyMap<string, Household>;
  /** The claims this actor has voted on already, in the round that runs. */
  readonly voted: ReadonlySet<string>;
  /** The claims somebody has appealed against. */
  readonly appealed: ReadonlySet<string>;
}
