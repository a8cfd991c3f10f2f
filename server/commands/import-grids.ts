import { dayOf } from '#shared/domain/time/clock';
import { importGrids } from '../features/places/importing/import-grids';
import { readJson, runImport } from './import-run';

const whole = '--whole-villages';

runImport('npm run import:grids -- 网格.geojson [生效日期 2026-12-01] [--whole-villages]', (ctx, words) => {
  const [file = '', effectiveFrom = dayOf(ctx.now)] = words.filter((word) => word !== whole);
  return importGrids(ctx, readJson(file), { effectiveFrom, wholeVillages: words.includes(whole) });
});
