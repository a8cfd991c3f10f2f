import fs from 'node:fs';
import { importLaws } from '../features/law/importing/import-laws';
import { readLawFolder } from '../features/law/importing/read-folder';
import { runImport } from './import-run';

runImport('npm run laws:import -- 文件夹（一部一个 JSON，或公开法律库的 markdown）', (ctx, [folder = '']) => {
  if (!fs.existsSync(folder)) throw new Error(`没有找到文件夹 ${folder}`);
  return importLaws(ctx, readLawFolder(folder));
});
