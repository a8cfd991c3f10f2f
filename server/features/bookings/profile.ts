import type { Output } from '#shared/contract';
import type { Ctx } from '../../kernel/context';
import { ownAdvisor } from './own-advisor';

/** What residents read of the advisor who is asking. Throws forbidden for anybody else. */
export async function ownProfile(ctx: Ctx): Promise<Output<'advisor.profile'>> {
  const { version, fields, languages, intro, licenceNo, photoKey } = await ownAdvisor(ctx);
  return { version, fields, languages, intro, licenceNo, photoUrl: photoKey ? ctx.link(photoKey) : null };
}
