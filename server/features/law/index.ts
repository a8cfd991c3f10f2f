export { importLaws } from './importing/import-laws';
export { readLawFolder } from './importing/read-folder';
