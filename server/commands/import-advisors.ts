import fs from 'node:fs';
import { readAdvisorSheet } from '../features/bookings/importing/advisor-sheet';
import { importAdvisors } from '../features/bookings/importing/import-advisors';
import { worldOf } from '../features/places/index';
import { runImport } from './import-run';

runImport(
  'npm run import:advisors -- 法律顾问.csv（或 .xlsx；列：姓名,电话,执业证号,律所,村,身份,领域,语言,开始,结束）',
  async (ctx, [file = '']) => importAdvisors(ctx, await worldOf(ctx.db), await readAdvisorSheet(fs.readFileSync(file))),
);
