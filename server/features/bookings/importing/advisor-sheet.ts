import { AppError } from '#shared/errors';
import { sheetRows } from '../../places/index';

/** One line of a list of advisors: who serves which village from when. `line` is the row of the sheet, the heading being row 1. */
export interface AdvisorLine {
  readonly line: number;
  readonly name: string;
  readonly phone: string;
  readonly licenceNo: string;
  readonly firm: string;
  readonly village: string;
  readonly rank: string;
  readonly fields: string;
  readonly languages: string;
  readonly from: string;
  readonly to: string;
}

/** The columns and the headings by which they are known. */
const headings = {
  name: ['姓名'],
  phone: ['电话', '手机', '手机号'],
  licenceNo: ['执业证号', '执业证'],
  firm: ['律所', '律师事务所', '单位'],
  village: ['村', '村（社区）', '村(社区)', '地区'],
  rank: ['主责或替补', '身份'],
  fields: ['领域', '擅长'],
  languages: ['语言'],
  from: ['开始', '开始日期'],
  to: ['结束', '结束日期'],
} as const;
type Column = keyof typeof headings;
const required: readonly Column[] = ['name', 'phone', 'licenceNo', 'firm', 'village'];

/** Reads a list of advisors from CSV or XLSX. Throws invalid_input when a column is missing. */
export async function readAdvisorSheet(bytes: Buffer): Promise<AdvisorLine[]> {
  const [heading = [], ...rows] = await sheetRows(bytes);
  const at = (column: Column) => heading.findIndex((cell) => headings[column].some((known) => known === cell));
  const missing = required.filter((column) => at(column) < 0).map((column) => headings[column][0]);
  if (missing.length > 0) throw new AppError('invalid_input', { file: `缺少列：${missing.join('、')}` });
  return rows.flatMap((cells, index) => {
    if (cells.every((cell) => cell === '')) return [];
    const cell = (column: Column) => cells[at(column)] ?? '';
    return [
      {
        ...{ line: index + 2, name: cell('name'), phone: cell('phone'), licenceNo: cell('licenceNo') },
        ...{ firm: cell('firm'), village: cell('village'), rank: cell('rank'), fields: cell('fields') },
        ...{ languages: cell('languages'), from: cell('from'), to: cell('to') },
      },
    ];
  });
}
