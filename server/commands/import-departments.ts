import { importDepartments } from '../features/places/importing/import-tables';
import { readJson, runImport } from './import-run';

runImport('npm run import:departments -- 部门.json', (ctx, [file = '']) => importDepartments(ctx, readJson(file)));
