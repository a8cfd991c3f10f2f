import type { Output, Parsed } from '#shared/contract';
import { moderationRules } from '#shared/domain/moderation/rules';
import type { Ctx } from '../../kernel/context';
import { exposedIn } from '../../nlu/public-text';
import { readLocally } from './words';

/** Before it is posted: what in the words gives somebody away, and the rule they break. Nothing is kept. */
export async function precheck(
  _ctx: Ctx,
  { text }: Parsed<'moderation.precheck'>,
): Promise<Output<'moderation.precheck'>> {
  const { refuse } = readLocally(text);
  return {
    exposed: exposedIn(text).map((span) => ({ ...span, text: text.slice(span.start, span.end) })),
    rule: refuse ? { code: refuse, ...moderationRules[refuse] } : null,
  };
}
