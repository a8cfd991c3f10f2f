import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readHeldOut, readTraining } from './corpus-files';
import { putModel } from './model-files';
import { parseCorpus, trainModel, type Utterance } from './training';

const folder = join(process.cwd(), 'server', 'nlu');
const started = performance.now();
const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
const say = (line: string) => process.stdout.write(`[${seconds()} s] ${line}\n`);

/** Accepted sentences of a running desk (`--with file.tsv`) that are neither in the corpus nor held out. */
function further(corpus: readonly Utterance[]): Utterance[] {
  const flag = process.argv.indexOf('--with');
  const file = flag < 0 ? undefined : process.argv[flag + 1];
  if (file === undefined) return [];
  const known = new Set([...corpus, ...readHeldOut(join(folder, 'corpus'))].map((one) => one.text));
  return parseCorpus(readFileSync(file, 'utf8')).filter(({ text }) => !known.has(text) && known.add(text));
}

const corpus = readTraining(join(folder, 'corpus'));
const model = trainModel([...corpus, ...further(corpus)], say);
const text = `${JSON.stringify(model)}\n`;
putModel(folder, text);
say(`model.json written, ${Math.round(text.length / 1024)} KB, corpus ${model.provenance.corpus.slice(0, 12)}`);
