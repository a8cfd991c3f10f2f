import type { Actor } from '../../kernel/context';
import { hasAbility } from '../identity/index';

/** Who sees and mends what could not be sent. Notices themselves are only ever their owner's. */
export const mayMendDeliveries = ({ posts }: Actor): boolean => hasAbility(posts, 'deadLetters');
