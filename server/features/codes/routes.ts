import type { Handlers } from '../../kernel/route';
import { makeCodes } from './commands/make-codes';
import { openCode } from './commands/open-code';
import { retireCode } from './commands/retire-code';
import { makePoster, type PosterParts } from './poster';
import { listSubjects } from './queries';

export const codeRoutes = (parts: PosterParts) =>
  ({
    'codes.list': listSubjects,
    'codes.make': makeCodes,
    'codes.retire': retireCode,
    'codes.poster': { own: makePoster(parts) },
    'codes.open': openCode,
  }) satisfies Handlers;
