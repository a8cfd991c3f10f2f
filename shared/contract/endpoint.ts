import { z } from 'zod';

/** Who may call: anyone, anybody signed in, or holders of at least one post. Row rights are policy.ts's. */
export type Access = 'public' | 'member' | 'staff';

/** So many times in so many minutes; all of them may come at once. */
export interface RateLimit {
  times: number;
  minutes: number;
}

export interface Endpoint<I extends z.ZodType, O extends z.ZodType> {
  kind: 'query' | 'command';
  access: Access;
  summary: string;
  /** How often one person (who is not signed in: one address) may call. */
  limit?: RateLimit;
  /** The reply shows what lies sealed: it is not kept under the idempotency key, a second time it is made anew. */
  isSecret?: true;
  input: I;
  output: O;
}

/** Declares one call. Commands run in one transaction and accept an `idempotency-key` header. */
export const endpoint = <I extends z.ZodType, O extends z.ZodType>(declared: Endpoint<I, O>): Endpoint<I, O> =>
  declared;

// PostgreSQL refuses NUL in text (22021), so it is refused here with a sentence; other control characters go with it.
export const printable = /^(?:\P{Cc}|[\t\n\r])*$/u;

/** Free text from a person: trimmed, 1 to `max` characters, no control characters but tab and newline. */
export const text = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .min(min, min > 1 ? `请至少写 ${min} 个字` : '这里要写点内容')
    .max(max, `最多 ${max} 个字`)
    .regex(printable, '含有不能识别的字符')
    .refine((value) => value.isWellFormed(), '含有不能识别的字符');

export const id = z.uuid('编号不对');
export const placeCode = z.string().regex(/^\d{6,17}$/, '地区编码不对');
export const unitCode = z.string().regex(/^[a-z0-9]{2,20}$/, '单位编码不对');
export const instant = z.iso.datetime({ offset: true });
/** A calendar day in Asia/Shanghai, YYYY-MM-DD, from 2000 to 2100. */
export const day = z.iso.date().refine((value) => value >= '2000-01-01' && value <= '2100-12-31', '日期不对');
export const longitude = z.number().min(-180).max(180);
export const latitude = z.number().min(-90).max(90);
/** A GCJ-02 position, as wx.getLocation({type:'gcj02'}) gives it. */
export const position = z.strictObject({ lng: longitude, lat: latitude });
export const cursor = z.string().max(200).regex(printable);
export const pageSize = z.int().min(1).max(100).default(20);
export const version = z.int().positive();
export const empty = z.strictObject({});
export const done = z.object({ ok: z.literal(true) });

/** A page of rows; `nextCursor` is null on the last one. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
