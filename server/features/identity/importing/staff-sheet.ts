import { AppError } from '#shared/errors';
import { sheetRows } from '../../places/index';

/** One line of a staff list as text; `line` is the row of the sheet, the heading being row 1. */
export interface StaffLine {
  readonly line: number;
  readonly name: string;
  readonly phone: string;
  readonly post: string;
  readonly place: string;
  readonly department: string;
  readonly from: string;
  readonly to: string;
}

/** The columns and the headings by which they are known. */
const headings = {
  name: ['姓名', 'name'],
  phone: ['电话', '手机', '手机号', 'phone'],
  post: ['岗位', 'post'],
  place: ['地区', '网格', '辖区', 'place'],
  department: ['部门', '单位', 'department'],
  from: ['开始', '开始日期', '任职日期', 'from'],
  to: ['结束', '结束日期', '离任日期', 'to'],
} as const;
type Column = keyof typeof headings;
const required: readonly Column[] = ['name', 'phone', 'post'];

/** Reads a staff list from CSV (UTF-8 or GB18030, comma) or XLSX (first sheet) by its content. Throws invalid_input when a column is missing. */
export async function readStaffSheet(bytes: Buffer): Promise<StaffLine[]> {
  const [heading = [], ...lines] = await sheetRows(bytes);
  const columns = columnsOf(heading);
  return lines.flatMap((cells, index) => {
    if (cells.every((cell) => cell === '')) return [];
    const cell = (column: Column) => cells[columns[column] ?? -1] ?? '';
    return [
      {
        line: index + 2,
        name: cell('name'),
        phone: cell('phone'),
        post: cell('post'),
        place: cell('place'),
        department: cell('department'),
        from: cell('from'),
        to: cell('to'),
      },
    ];
  });
}

function columnsOf(heading: readonly string[]): Partial<Record<Column, number>> {
  const columns: Partial<Record<Column, number>> = {};
  for (const column of Object.keys(headings) as Column[]) {
    const known: readonly string[] = headings[column];
    const index = heading.findIndex((cell) => known.includes(cell.toLowerCase()));
    if (index >= 0) columns[column] = index;
  }
  const missing = required.filter((column) => columns[column] === undefined).map((column) => headings[column][0]);
  if (missing.length > 0) throw new AppError('invalid_input', { file: `缺少列：${missing.join('、')}` });
  return columns;
}
