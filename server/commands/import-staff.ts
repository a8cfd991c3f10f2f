import fs from 'node:fs';
import { importStaff } from '../features/identity/importing/import-staff';
import { readStaffSheet } from '../features/identity/importing/staff-sheet';
import { worldOf } from '../features/places/index';
import { runImport } from './import-run';

runImport(
  'npm run import:staff -- 人员.csv（或 .xlsx；列：姓名,电话,岗位,地区,部门,开始,结束）',
  async (ctx, [file = '']) => importStaff(ctx, await worldOf(ctx.db), await readStaffSheet(fs.readFileSync(file))),
);
