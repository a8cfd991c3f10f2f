export { announce, type ImportCtx, type ImportReport, type Rejected } from './importing/report';
export { sheetRows } from './importing/sheet-rows';
export { forgetWorld, worldOf } from './load-world';
export { ringsOf } from './outlines';
export type { CategoryEntry, GridOutline, World } from './world';
