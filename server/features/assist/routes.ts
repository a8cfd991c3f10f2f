import type { Handlers } from '../../kernel/route';
import { type Assistant, assistStatus, assistWrite } from './write';

/** The calls of the writing assistant; without a model they say that it is off. */
export const assistRoutes = ({ assistant }: { assistant: Assistant | undefined }) =>
  ({
    'assist.status': assistStatus(assistant),
    'assist.write': { own: assistWrite(assistant) },
  }) satisfies Handlers;
