import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';

/** The rows of a list as text: CSV (UTF-8 or GB18030, comma) or the first sheet of an XLSX, told apart by their content. */
export async function sheetRows(bytes: Buffer): Promise<string[][]> {
  const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK';
  return isZip ? rowsOfXlsx(bytes) : rowsOfCsv(bytes);
}

/** Excel on Chinese Windows saves CSV in GB18030; text that is no UTF-8 is read so. */
function rowsOfCsv(bytes: Buffer): string[][] {
  const text = isUtf8(bytes) ? bytes.toString('utf8') : new TextDecoder('gb18030').decode(bytes);
  return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false, trim: true });
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

async function rowsOfXlsx(bytes: Buffer): Promise<string[][]> {
  const [sheet] = await readXlsxFile(bytes);
  return (sheet?.data ?? []).map((row) => row.map(textOf));
}

/** A cell as text: dates as YYYY-MM-DD, numbers in full (a phone number typed as a number keeps its digits). */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
}
