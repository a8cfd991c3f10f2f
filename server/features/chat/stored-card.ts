import type { z } from 'zod';
import type { Card } from '#shared/contract/chat';

/** A card as it is kept: photos by id, links are made whenever it is shown. */
export type StoredCard = z.output<typeof Card> & { photoIds?: readonly string[] };
