import { pointsAskOf } from './points-ask';
import type { Reply } from './reply';

/** The answer to a question about points; the server reads the ledger. */
export const pointsReply = (text: string): Reply => ({ kind: 'points', ask: pointsAskOf(text) });
