import { articleLabel, articleNumber } from '#shared/domain/law/article-number';
import type { Day } from '#shared/domain/time/clock';
import { type ArticleText, cleaned, gapsIn, type LawText, shortOf, whyNot, withBooks } from './law-text';

/** One markdown file, or several that make one law (a book each), in the order of the law. */
export interface MarkdownLaw {
  readonly texts: readonly string[];
  /** First day in force, where the folder says so (versions/2027-01-01). */
  readonly effective?: Day;
  readonly id?: string;
  readonly source: string;
}

const label = '第[零〇一二两三四五六七八九十百千\\d]{1,12}条(?:之[一二三四五六七八九十]{1,3})?';
/** 第N条 in bold or followed by a space: a paragraph that speaks of 第N条规定的 begins no article. */
const articleLine = new RegExp(`^(?:\\*{2}(${label})\\*{2}|(${label})(?=[\\s\\u3000]))[\\s\\u3000]*(.*)$`);
const headingLine = /^(#{1,6})\s*(.+)$/;
const historyLine = /\d{4}\s*年.{0,60}(?:通过|修订|修正|公布|施行|废止|批准|发布)|^根据/;

/**
 * Reads a law of the layout of public law repositories: `# title`, lines on how it was passed, `##` for parts, chapters and sections, an article a
 * paragraph beginning with 第N条 (bold or not). The first day in force is the folder's, else the last article's, but never before the last
 * amendment. Says why when it is no law.
 */
export function readMarkdownLaw({
  texts,
  effective: given,
  id,
  source,
}: MarkdownLaw): LawText | { readonly reason: string } {
  const { title, history, articles } = readLines(texts);
  if (!title) return { reason: '没有标题（第一行要是 # 法律名称）' };
  const reason = whyNot({ articles });
  if (reason) return { reason };
  const stated = statedDay(articles);
  const amended = history
    .flatMap((line) => dayIn(line) ?? [])
    .sort()
    .at(-1);
  const guessed = amended && (!stated || amended > stated) ? amended : undefined;
  const effective = given ?? guessed ?? stated;
  if (!effective) return { reason: '没有找到施行日期' };
  const gaps = gapsIn(articles);
  const warnings = [
    ...(gaps ? [gaps] : []),
    ...(!given && guessed ? [`施行日按最近一次修改的日期 ${guessed} 计，请核对`] : []),
  ];
  const short = shortOf(title);
  return {
    ...{ ...(id && { id }), title, short, effective, history, note: '', source, warnings },
    articles: withBooks(short, articles),
  };
}

interface Lines {
  title: string;
  history: string[];
  articles: ArticleText[];
}

function readLines(texts: readonly string[]): Lines {
  const read: Lines = { title: '', history: [], articles: [] };
  for (const text of texts) {
    const path: { depth: number; name: string }[] = [];
    for (const raw of cleaned(withoutFrontMatter(text)).split('\n')) takeLine(read, path, raw);
  }
  return read;
}

function takeLine(read: Lines, path: { depth: number; name: string }[], line: string): void {
  if (line.startsWith('<!--') || line.startsWith('![') || /^[-*_]{3,}$/.test(line)) return;
  const heading = headingLine.exec(line);
  if (heading) {
    const [, marks = '', rest = ''] = heading;
    const name = rest
      .replace(/[\s\u3000]+/g, ' ')
      .replace(/\*/g, '')
      .trim();
    if (marks.length === 1 && !read.title && !/^第.{1,4}[编章节]/.test(name)) read.title = name;
    else if (marks.length > 1 || /^第.{1,4}[编章节]/.test(name)) {
      while ((path.at(-1)?.depth ?? 0) >= marks.length) path.pop();
      path.push({ depth: marks.length, name });
    }
    return;
  }
  const [, bold, plain, rest = ''] = articleLine.exec(line) ?? [];
  const number = articleNumber(bold ?? plain ?? '');
  const last = read.articles.at(-1);
  if (number && (!last || isNext(last, number)))
    read.articles.push({
      ...number,
      label: articleLabel(number),
      path: path.map(({ name }) => name),
      text: rest.trim(),
    });
  else if (last)
    read.articles[read.articles.length - 1] = { ...last, text: last.text ? `${last.text}\n${line}` : line };
  else if (read.title && historyLine.test(line)) read.history.push(line);
}

const isNext = (last: { no: number; sub: number }, next: { no: number; sub: number }) =>
  next.sub > 0 ? next.no === last.no : next.no > last.no && next.no <= last.no + 20;

const withoutFrontMatter = (text: string) => text.replace(/^\s*---\n[\s\S]*?\n---\n/, '');

/** 自2021年7月15日起施行 in the last articles. */
function statedDay(articles: readonly ArticleText[]): Day | undefined {
  for (const { text } of articles.slice(-3).reverse()) {
    const hit = /自\s*(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*起(?:施行|实施)/.exec(text);
    if (hit?.[1]) return dayIn(hit[1]);
  }
  return undefined;
}

function dayIn(text: string): Day | undefined {
  const [, year, month = '', date = ''] = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/.exec(text) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : undefined;
}
