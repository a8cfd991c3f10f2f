import { type BatchLine, batchLines, mostLines } from '#shared/domain/points/batch';
import { AppError } from '#shared/errors';
import { sheetRows } from '../places/index';

/** What an XLSX may unpack to: a list of 500 lines is far below. */
const mostUnpacked = 8_000_000;

/**
 * The lines of a CSV (UTF-8, GB18030) or XLSX list. Throws batch_file_unreadable, batch_empty, batch_too_many_lines, invalid_input with the headings that
 * are missing.
 */
export async function readBatch(bytes: Buffer): Promise<BatchLine[]> {
  if (unpackedSize(bytes) > mostUnpacked) throw new AppError('batch_too_many_lines');
  const rows = await sheetRows(bytes).catch(() => {
    throw new AppError('batch_file_unreadable');
  });
  const lines = batchLines(rows);
  if ('missing' in lines) throw new AppError('invalid_input', { content: `缺少列：${lines.missing.join('、')}` });
  if (lines.length === 0) throw new AppError('batch_empty');
  if (lines.length > mostLines) throw new AppError('batch_too_many_lines');
  return lines.map(printableOnly);
}

/** What the files of a zip say they unpack to, from its directory; 0 for anything else. A reader that meets more than was said refuses it. */
function unpackedSize(bytes: Buffer): number {
  let size = 0;
  const sign = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
  for (let at = bytes.indexOf(sign); at >= 0 && at + 28 <= bytes.length; at = bytes.indexOf(sign, at + 4))
    size += bytes.readUInt32LE(at + 24);
  return size;
}

/** PostgreSQL takes no NUL; cells are cut where no line of people is that long. */
const printableOnly = (line: BatchLine): BatchLine => ({
  line: line.line,
  householdCode: clean(line.householdCode, 40),
  rule: clean(line.rule, 80),
  day: clean(line.day, 30),
  note: clean(line.note, 400),
  evidence: clean(line.evidence, 200),
});
const clean = (text: string, most: number): string =>
  text
    .replace(/\p{Cc}+/gu, ' ')
    .toWellFormed()
    .slice(0, most)
    .trim()
    .toWellFormed();
