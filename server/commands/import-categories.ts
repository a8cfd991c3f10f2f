import { importCategories } from '../features/places/importing/import-tables';
import { readJson, runImport } from './import-run';

runImport('npm run import:categories -- 分类.json', (ctx, [file = '']) => importCategories(ctx, readJson(file)));
