import { z } from 'zod';
import { cursor, day, empty, endpoint, page, pageSize, text } from './endpoint';

const lawId = z.string().regex(/^[a-z0-9-]{1,60}$/, '法律编号不对');
const number = z.int().min(1).max(9999);
const sub = z.int().min(0).max(99).default(0);
const standing = z.enum(['in_force', 'coming', 'over']);

/** An article an answer stands on; without the text when the law is not loaded. */
export const LawCitation = z
  .object({
    short: z.string(),
    label: z.string(),
    no: z.int(),
    sub: z.int(),
    lawId: z.string().nullable(),
    snippet: z.string().nullable(),
    /** Since when the text is in force, 2021年1月1日起施行. */
    sinceText: z.string().nullable(),
  })
  .meta({ id: 'LawCitation', description: '引用的条文' });

/** An answer to an everyday question. */
export const LawAnswer = z
  .object({
    topicId: z.string().nullable(),
    title: z.string(),
    /** In our own words; null when only articles were found. */
    gist: z.string().nullable(),
    articles: z.array(LawCitation),
    related: z.array(z.object({ topicId: z.string(), title: z.string() })),
    note: z.string(),
  })
  .meta({ id: 'LawAnswer', description: '法律问题的回答（仅供参考）' });

const LawVersionItem = z.object({
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  standing,
  text: z.string(),
  articleCount: z.int(),
});

export const LawItem = z
  .object({ id: lawId, title: z.string(), short: z.string(), articleCount: z.int(), standing, text: z.string() })
  .meta({ id: 'LawItem', description: '一部法律' });

const Article = z.object({ no: z.int(), sub: z.int(), label: z.string(), path: z.array(z.string()), text: z.string() });

export const laws = {
  'laws.list': endpoint({
    kind: 'query',
    access: 'public',
    summary: '有哪些法律（按名称）',
    input: z.strictObject({ text: text(40).optional(), cursor: cursor.optional(), limit: pageSize }),
    output: page(LawItem),
  }),
  'laws.get': endpoint({
    kind: 'query',
    access: 'public',
    summary: '一部法律：施行时间、各个版本、章节目录',
    input: z.strictObject({ id: lawId, on: day.optional() }),
    output: z.object({
      law: LawItem,
      history: z.array(z.string()),
      note: z.string(),
      effectiveFrom: z.string(),
      effectiveTo: z.string().nullable(),
      versions: z.array(LawVersionItem),
      chapters: z.array(
        z.object({
          path: z.array(z.string()),
          from: z.string(),
          to: z.string(),
          no: z.int(),
          sub: z.int(),
          count: z.int(),
        }),
      ),
    }),
  }),
  'laws.read': endpoint({
    kind: 'query',
    access: 'public',
    summary: '从某一条往后读',
    input: z.strictObject({
      id: lawId,
      on: day.optional(),
      from: z.strictObject({ no: number, sub }).optional(),
      limit: z.int().min(1).max(60).default(30),
    }),
    output: z.object({ items: z.array(Article), next: z.object({ no: z.int(), sub: z.int() }).nullable() }),
  }),
  'laws.article': endpoint({
    kind: 'query',
    access: 'public',
    summary: '一条：原文、施行时间、前后条、其他版本里的样子；带问题时标出相关的字',
    input: z.strictObject({ id: lawId, no: number, sub, on: day.optional(), question: text(300).optional() }),
    output: z.object({
      law: LawItem,
      article: Article,
      /** Parts of the text that the question is about: from, to (exclusive). */
      marks: z.array(z.tuple([z.int(), z.int()])),
      effectiveFrom: z.string(),
      effectiveTo: z.string().nullable(),
      standing,
      standingText: z.string(),
      before: z.object({ no: z.int(), sub: z.int(), label: z.string() }).nullable(),
      after: z.object({ no: z.int(), sub: z.int(), label: z.string() }).nullable(),
      others: z.array(z.object({ effectiveFrom: z.string(), text: z.string(), same: z.boolean() })),
      topics: z.array(z.object({ topicId: z.string(), title: z.string() })),
    }),
  }),
  'laws.search': endpoint({
    kind: 'query',
    access: 'public',
    summary: '用平常的话找法律：先给回答，再给条文',
    input: z.strictObject({ text: text(300), limit: z.int().min(1).max(20).default(10) }),
    output: z.object({ loaded: z.boolean(), answer: LawAnswer.nullable(), articles: z.array(LawCitation) }),
  }),
  'laws.topic': endpoint({
    kind: 'query',
    access: 'public',
    summary: '一个常见问题的回答',
    input: z.strictObject({ topicId: z.string().regex(/^[a-z-]{2,40}$/, '问题编号不对') }),
    output: LawAnswer,
  }),
  'laws.topics': endpoint({
    kind: 'query',
    access: 'public',
    summary: '常见问题（按纠纷类型）',
    input: empty,
    output: z.object({
      groups: z.array(
        z.object({ type: z.string(), topics: z.array(z.object({ topicId: z.string(), title: z.string() })) }),
      ),
    }),
  }),
  'laws.imported': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '导入了哪些法律、哪些版本、从哪里来',
    input: z.strictObject({ cursor: cursor.optional(), limit: pageSize }),
    output: page(
      z.object({
        id: lawId,
        title: z.string(),
        versions: z.array(LawVersionItem.extend({ source: z.string(), note: z.string(), importedText: z.string() })),
      }),
    ),
  }),
};
