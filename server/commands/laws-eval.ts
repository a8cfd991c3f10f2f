import fs from 'node:fs';
import path from 'node:path';
import { standingOn } from '#shared/domain/law/in-force';
import { dayOf } from '#shared/domain/time/clock';
import { answerTo } from '../features/law/answer';
import type { LawText } from '../features/law/importing/law-text';
import { readLawFolder } from '../features/law/importing/read-folder';
import { buildLibrary } from '../features/law/library';
import {
  type Measured,
  measure,
  missingCitations,
  ownQuestions,
  publicQuestions,
} from '../features/law/measure/measure';

const percent = (share: number) => share.toFixed(3);
const shown = (name: string, { questions, recall, hit, answered }: Measured) =>
  `${name}：${questions} 问，recall@5 ${percent(recall)}，hit@5 ${percent(hit)}，直接作答 ${percent(answered)}`;

/** `npm run laws:eval [-- 法律文件夹 公开问题.json]`: how well everyday questions find their articles, and whether every citation stands. */
async function main(): Promise<void> {
  const [folder = '../shared/data/laws', questions = '../shared/data/legalqa/questions-dev.json'] =
    process.argv.slice(2);
  if (!fs.existsSync(folder))
    throw new Error(`没有找到法律文件夹 ${folder}；正文不在项目里，用 npm run laws:eval -- 文件夹 指定`);
  const today = dayOf(new Date());
  const laws = inForce(
    readLawFolder(folder).flatMap((file) => ('law' in file ? [file.law] : [])),
    today,
  );
  const startedAt = performance.now();
  const library = await buildLibrary(laws.flatMap((law) => articlesOf(law)));
  process.stdout.write(
    `${laws.length} 部法律 ${library.size} 条，建索引 ${Math.round(performance.now() - startedAt)} ms\n`,
  );

  const own = fs.readFileSync(path.resolve('server/features/law/measure/questions.tsv'), 'utf8');
  const dev = ownQuestions(own, 'dev');
  const test = ownQuestions(own, 'test');
  if (fs.existsSync(questions)) {
    const shorts = new Map(laws.map(({ id, short }) => [id ?? '', short]));
    const asked = publicQuestions(JSON.parse(fs.readFileSync(questions, 'utf8')).items, (id) => shorts.get(id) ?? id);
    process.stdout.write(`${shown('公开问题（只搜条文）', measure(library, asked, true))}\n`);
    process.stdout.write(`${shown('公开问题（完整回答）', measure(library, asked))}\n`);
  }
  process.stdout.write(`${shown('自编问题·调试半', measure(library, dev))}\n`);
  process.stdout.write(`${shown('自编问题·测试半（不用来调）', measure(library, test))}\n`);
  process.stdout.write(`${shown('自编问题·测试半（只搜条文）', measure(library, test, true))}\n`);

  const missing = missingCitations(library, [...dev, ...test]);
  process.stdout.write(
    missing.length === 0
      ? '引用：全部存在并且今天有效\n'
      : `引用缺失 ${missing.length} 处\n  ${missing.join('\n  ')}\n`,
  );
  process.stdout.write(
    `速度：一问 ${speedOf(
      (text) => answerTo(library, text),
      test.map(({ text }) => text),
    )} ms（一个核）\n`,
  );
  if (missing.length > 0) process.exitCode = 1;
}

/** Of each law the version in force on the day. */
const inForce = (laws: readonly LawText[], day: string): LawText[] => [
  ...new Map(
    [...laws]
      .filter(
        ({ effective, repealed }) =>
          standingOn(day, { effectiveFrom: effective, effectiveTo: repealed ?? null }) === 'in_force',
      )
      .sort((a, b) => (a.effective < b.effective ? -1 : 1))
      .map((law) => [law.title, law]),
  ).values(),
];

const articlesOf = ({ id = '', short, effective, articles }: LawText) =>
  articles.map((article) => ({ lawId: id, short, effectiveFrom: effective, effectiveTo: null, ...article }));

/** Milliseconds an answer takes, the mean over some rounds after one to warm up. */
function speedOf(answer: (text: string) => unknown, texts: readonly string[]): string {
  const round = () => {
    for (const text of texts) answer(text);
  };
  round();
  const startedAt = performance.now();
  for (let index = 0; index < 3; index += 1) round();
  return ((performance.now() - startedAt) / (3 * texts.length)).toFixed(2);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
