import { z } from 'zod';
import { articleLabel, articleNumber } from '#shared/domain/law/article-number';
import { cleaned, gapsIn, type LawText, shortOf, whyNot, withBooks } from './law-text';

const words = (max: number) => z.string().trim().min(1).max(max);
const Article = z.object({
  no: z.int().min(1).max(9999).optional(),
  label: words(40).optional(),
  path: z.array(z.string().trim().max(100)).max(8).default([]),
  text: words(30_000),
});
const File = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/, 'id 是小写字母、数字或横线')
    .optional(),
  title: words(200),
  short: words(100).optional(),
  effective: z.iso.date('施行日要写成 2021-01-01'),
  repealed: z.iso.date().optional(),
  history: z.array(z.string().max(1000)).max(50).default([]),
  note: z.string().max(1000).default(''),
  source: z.string().max(500).default(''),
  articles: z.array(z.unknown()).min(1, '没有读到条文').max(3000),
});

/** Reads one law of the JSON layout ({id?, title, short?, effective, history, articles: [{no?, label?, path, text}]}), or says why it is none. */
export function readJsonLaw(entry: unknown): LawText | { readonly reason: string } {
  const parsed = File.safeParse(entry);
  if (!parsed.success) return { reason: complaint(parsed.error) };
  const { articles: given, short = shortOf(parsed.data.title), ...head } = parsed.data;
  const articles = [];
  for (const [index, one] of given.entries()) {
    const read = Article.safeParse(one);
    if (!read.success) return { reason: `第 ${index + 1} 个条文：${complaint(read.error)}` };
    const { no, label, path, text } = read.data;
    const number = (label ? articleNumber(label) : undefined) ?? (no ? { no, sub: 0 } : undefined);
    if (!number) return { reason: `第 ${index + 1} 个条文没有条号` };
    articles.push({
      ...number,
      label: articleLabel(number),
      path: path.map(cleaned).filter(Boolean),
      text: cleaned(text),
    });
  }
  const reason = whyNot({ articles });
  if (reason) return { reason };
  const gaps = gapsIn(articles);
  return {
    ...{ ...head, short, articles: withBooks(short, articles), warnings: gaps ? [gaps] : [] },
    history: head.history.map(cleaned),
  };
}

const complaint = ({ issues: [issue] }: z.ZodError): string =>
  issue ? `${issue.path.join('.') || '内容'}：${issue.message}` : '内容不对';
