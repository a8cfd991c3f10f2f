import { importCalendar } from '../features/places/importing/import-calendar';
import { readJson, runImport } from './import-run';

runImport('npm run import:calendar -- 日历.json', (ctx, [file = '']) => importCalendar(ctx, readJson(file)));
