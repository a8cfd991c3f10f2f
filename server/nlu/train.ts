import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTraining } from './corpus-files';
import { trainModel } from './training';

const folder = join(process.cwd(), 'server', 'nlu');
const started = performance.now();
const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
const say = (line: string) => process.stdout.write(`[${seconds()} s] ${line}\n`);

const model = trainModel(readTraining(join(folder, 'corpus')), say);
const text = `${JSON.stringify(model)}\n`;
writeFileSync(join(folder, 'model.json'), text);
say(`model.json written, ${Math.round(text.length / 1024)} KB, corpus ${model.provenance.corpus.slice(0, 12)}`);
