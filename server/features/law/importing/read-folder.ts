import fs from 'node:fs';
import path from 'node:path';
import type { LawFile, LawText } from './law-text';
import { readJsonLaw } from './read-json';
import { readMarkdownLaw } from './read-markdown';

/** Files that stand beside laws in such folders and are none. */
const beside = /^(?:index|package|package-lock|tsconfig|.*\.meta)\.json$/;
const skippedFolders = new Set(['node_modules', '.git', '.github', '.vuepress', '.agents', '.claude']);
const orderOfBooks = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/**
 * Every law in a folder and the folders in it, in the order of their names: `*.json` (an object or a list of them) and markdown, a file a law
 * (`README.md` in a folder of its own, or 名称(日期).md) or one law in several books. Files that say nothing of a law are left out; broken ones come with the reason.
 */
export function readLawFolder(root: string): LawFile[] {
  const found: LawFile[] = [];
  walk(path.resolve(root), (folder, files) => {
    const name = (file: string) => path.relative(root, path.join(folder, file)) || file;
    for (const file of files.filter((one) => one.endsWith('.json') && !beside.test(one)))
      found.push(...readJsonFile(path.join(folder, file), name(file)));
    found.push(...readMarkdownFolder(folder, files, name));
  });
  return found;
}

function walk(folder: string, visit: (folder: string, files: string[]) => void): void {
  const entries = fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  visit(
    folder,
    entries.filter((entry) => entry.isFile()).map(({ name }) => name),
  );
  for (const entry of entries)
    if (entry.isDirectory() && !skippedFolders.has(entry.name)) walk(path.join(folder, entry.name), visit);
}

function readJsonFile(file: string, name: string): LawFile[] {
  let content: unknown;
  try {
    content = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return [{ file: name, reason: '不是 JSON' }];
  }
  const entries = Array.isArray(content) ? content : [content];
  return entries.map((entry, index) => {
    const at = entries.length > 1 ? `${name} 第 ${index + 1} 部` : name;
    return asFile(at, readJsonLaw(entry));
  });
}

function readMarkdownFolder(folder: string, files: string[], name: (file: string) => string): LawFile[] {
  const texts = new Map(
    files
      .filter((file) => file.endsWith('.md'))
      .map((file) => [file, fs.readFileSync(path.join(folder, file), 'utf8')]),
  );
  const withArticles = [...texts].filter(([, text]) => /^\**第[一二三四五六七八九十百千零\d]{1,12}条/m.test(text));
  const books = withArticles.filter(([file]) => bookRank(file) > 0);
  const readme = texts.get('README.md');
  if (books.length > 1 && readme !== undefined) {
    const ordered = [...books].sort(([a], [b]) => bookRank(a) - bookRank(b)).map(([, text]) => text);
    return [
      asFile(name('README.md'), readMarkdownLaw({ texts: [readme, ...ordered], ...about(folder, 'README.md', name) })),
    ];
  }
  return withArticles.map(([file, text]) =>
    asFile(name(file), readMarkdownLaw({ texts: [text], ...about(folder, file, name) })),
  );
}

/** What the place of a file says: a version folder names the first day in force, the folder of a README the law. */
function about(folder: string, file: string, name: (file: string) => string) {
  const version = /(?:^|[\\/])versions[\\/](\d{4}-\d{2}-\d{2})$/.exec(folder)?.[1];
  const home = path.basename(version ? path.dirname(path.dirname(folder)) : folder).toLowerCase();
  const id = file === 'README.md' && /^[a-z0-9-]{3,60}$/.test(home) ? home : undefined;
  return { source: name(file), ...(version && { effective: version }), ...(id && { id }) };
}

/** 第三编 合同.md → 3, 07-tort-liability.md → 7, 附则 and 00 last; 0 for a file that is no book. */
function bookRank(file: string): number {
  if (/^(?:00-|附则)/.test(file)) return 99;
  const chinese = /^第(.)编/.exec(file)?.[1];
  if (chinese) return orderOfBooks.indexOf(chinese) + 1;
  return Number(/^(\d{2})-/.exec(file)?.[1] ?? 0);
}

const asFile = (file: string, read: LawText | { readonly reason: string }): LawFile =>
  'reason' in read ? { file, reason: read.reason } : { file, law: read };
