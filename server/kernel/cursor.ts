import { AppError } from '#shared/errors';

/** Packs the sort key of a page's last row, so that the next page starts right after it. */
export const encodeCursor = (...parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/** The parts of a cursor that `encodeCursor` made with an instant first and a uuid second; invalid_input for anything else. */
export function decodeCursor(cursor: string): { at: Date; id: string } {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    const instant = new Date(String(at));
    if (!Number.isNaN(instant.getTime()) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(String(id)))
      return { at: instant, id: String(id) };
  } catch {
    // Falls through to the refusal below: a cursor that cannot be read is the caller's mistake.
  }
  throw new AppError('invalid_input', { cursor: '翻页位置不对，请从头看起' });
}
