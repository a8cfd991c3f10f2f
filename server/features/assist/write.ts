import type { Llm } from '#server/gateways/llm/client';
import { personalIn } from '#server/nlu/personal';
import type { Output, Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { leftToday, takeOne } from './budget';
import { addsFigures } from './figures';
import { materialOf } from './material';
import { scrubbed } from './scrub';

/** The model and how often it may be asked a day; without it everything works but these buttons. */
export interface Assistant {
  readonly llm: Llm;
  readonly perDay: number;
}

const tasks = {
  summary: '请把材料总结成三点以内：什么事、在哪里、居民要什么。每点不超过 40 个字。',
  reply: '请替工作人员起草一段给居民的回复，120 个字以内：先回应他说的事，再说会怎样处理，不写材料里没有的时间和结果。',
  easier:
    '材料是工作人员写给居民的话。请改得老人也好懂：句子短，用平常的词，意思不变，不添加时间、数字和承诺，〔〕里的字照原样留着。只写改好的话。',
} as const;

/** How every text of a model is labelled (生成式人工智能服务的标识要求；wording default, to be confirmed). */
const label = '由 AI 生成，仅供参考，请核对后再用';

/** Whether the assistant is on, and how many calls are left. */
export const assistStatus =
  (assistant: Assistant | undefined) =>
  async (ctx: Ctx): Promise<Output<'assist.status'>> =>
    assistant ? { on: true, left: await leftToday(ctx, assistant.perDay) } : { on: false, left: 0 };

/**
 * A draft for a person: the material is read as this person may read it, scrubbed, and sent outside of any transaction. Nothing of the answer acts:
 * it is text in a field. Throws assist_off, assist_used_up, assist_unavailable, assist_invented; not_found for what this person may not see.
 */
export const assistWrite =
  (assistant: Assistant | undefined) =>
  async (ctx: Ctx, input: Parsed<'assist.write'>): Promise<Output<'assist.write'>> => {
    if (!assistant) throw new AppError('assist_off');
    const material = await materialOf(ctx, input);
    const left = await takeOne(ctx, assistant.perDay);
    if (left === undefined) throw new AppError('assist_used_up');
    const startedAt = performance.now();
    const written = await assistant.llm.write({ task: tasks[input.kind], material });
    ctx.log.info(
      {
        kind: input.kind,
        outcome: written.ok ? 'ok' : written.kind,
        ms: Math.round(performance.now() - startedAt),
        characters: material.length,
      },
      'assist',
    );
    if (!written.ok) throw new AppError('assist_unavailable');
    if (input.kind === 'easier' && addsFigures(material, written.text)) throw new AppError('assist_invented');
    await ctx.emit('assist.drafted', { kind: input.kind, subjectId: input.ticketId ?? input.conversationId ?? '' });
    // A number in the answer was invented or put there by somebody: no one shall ring it.
    const text = personalIn(written.text).length > 0 ? scrubbed(written.text, []) : written.text;
    return { text, label, left };
  };
