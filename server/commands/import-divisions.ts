import { importDivisions } from '../features/places/importing/import-divisions';
import { readJson, runImport } from './import-run';

runImport('npm run import:divisions -- 区划.json [边界.geojson …]', (ctx, [file = '', ...outlines]) =>
  importDivisions(ctx, readJson(file), outlines.map(readJson)),
);
