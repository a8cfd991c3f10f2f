import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { checkSync } from 'recheck';
import { analyse } from 'scslre';
import ts from 'typescript';

process.env.RECHECK_BACKEND = 'pure';

const root = join(__dirname, '..', '..');
const sources = ['server', 'shared', 'miniapp'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|mjs|cjs)$/.test(name))
    .map((name) => {
      const file = join(folder, name);
      return ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ESNext, true);
    }),
);

/** Every expression that is written as a literal, with the file it stands in, each once. */
function literals(): Map<string, string> {
  const found = new Map<string, string>();
  for (const source of sources) {
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) found.set(node.text, source.fileName);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

/** Every expression that understanding puts together from words while its files are loaded. */
function assembled(): Map<string, string> {
  const found = new Map<string, string>();
  const plain = globalThis.RegExp;
  const files = sources.filter((one) => one.fileName.startsWith('server/nlu/') && one.text.includes('new RegExp('));
  for (const { fileName } of files) {
    globalThis.RegExp = new Proxy(plain, {
      construct(target, [pattern, flags]: [string | RegExp, string | undefined]) {
        const made = new target(pattern, flags);
        found.set(String(made), fileName);
        return made;
      },
    });
    jest.isolateModules(() => void require(join(root, fileName)));
    globalThis.RegExp = plain;
  }
  return found;
}

const all = new Map([...literals(), ...assembled()]);
const parser = new RegExpParser({ ecmaVersion: 2024 });

/** Groups that may be repeated without end: the only place where the ways to read a text can double with every character. */
function repeatedGroups(): Map<string, string> {
  const groups = new Map<string, string>();
  for (const [literal, file] of all)
    visitRegExpAST(parser.parseLiteral(literal), {
      onQuantifierEnter({ element, max, raw }) {
        if (max >= 10 && /Group$/.test(element.type)) groups.set(raw, file);
      },
    });
  return groups;
}

/** How the time of a repeated group grows with the text when it must reach the end of it. */
function complexityOf(group: string): string {
  const seen = checkSync(`^${group}$`, '', { timeout: 60_000 });
  return seen.status === 'unknown' ? 'unknown' : seen.complexity.type;
}

describe('no regular expression explodes', () => {
  it('looks at all of them', () => {
    expect(literals().size).toBeGreaterThan(450);
    expect(assembled().size).toBeGreaterThan(12);
    expect(repeatedGroups().size).toBeGreaterThan(10);
  });

  it('none has an ambiguity that doubles, seen by scslre', () => {
    const exploding = [...all].filter(([literal]) =>
      analyse(parser.parseLiteral(literal)).reports.some((report) => report.exponential),
    );
    expect(exploding).toEqual([]);
  });

  it('no repeated group can be read in many ways, seen by recheck', () => {
    const judged = [...repeatedGroups()].map(([group, file]) => ({ group, file, seen: complexityOf(group) }));
    expect(judged.filter(({ seen }) => seen === 'exponential' || seen === 'unknown')).toEqual([]);
  }, 300_000);

  it.each(['(?:刚刚|刚|的)*', '(?:\\d{1,4}室?)*'])('would see %s', (group) => {
    expect(complexityOf(group)).toBe('exponential');
  });
});
