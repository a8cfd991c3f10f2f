import { createHash } from 'node:crypto';
import type { Ctx } from './context';

/** The end of the audit chain as it was noted outside the database. */
export interface AuditMark {
  seq: number;
  hash: string;
}

/** What a check of the audit log has found; `problem` names the first entry that is not as it was written. */
interface Verdict {
  entries: number;
  head: AuditMark;
  problem: string | null;
}

type Asking = Pick<Ctx, 'db' | 'districtId'>;
interface Entry {
  seq: number;
  eventId: string;
  name: string;
  actorId: string | null;
  at: Date;
  body: string;
  previous: string;
  hash: string;
}

const batch = 5000;

/**
 * Reads the audit log from its first entry: numbers without a gap, each hash over the one before and the entry's words, columns as in the words, the
 * fact it tells of still as it was (as long as facts are kept), the end as the head has it, and the marks noted outside still in their place. Stops at
 * the first thing that is wrong.
 */
export async function verifyAudit({ db, districtId }: Asking, marks: readonly AuditMark[]): Promise<Verdict> {
  let head: AuditMark = { seq: 0, hash: '' };
  const verdict = (problem: string | null): Verdict => ({ entries: head.seq, head, problem });
  for (;;) {
    const rows = await db.$queryRaw<(Entry & { isToldOtherwise: boolean })[]>`
      SELECT a."seq", a."eventId", a."name", a."actorId", a."at", a."body", a."previous", a."hash",
        e."id" IS NOT NULL AND (e."name", e."payload"::text, COALESCE(e."actorId"::text, '-')) IS DISTINCT FROM
          (a."name", substr(a."body", length(a."body") - length(e."payload"::text) + 1), COALESCE(a."actorId"::text, '-')) AS "isToldOtherwise"
      FROM "AuditEntry" a LEFT JOIN "DomainEvent" e ON e."districtId" = a."districtId" AND e."id" = a."eventId"
      WHERE a."districtId" = ${districtId} AND a."seq" > ${head.seq} ORDER BY a."seq" LIMIT ${batch}`;
    for (const entry of rows) {
      const wrong = wrongIn(entry, head) ?? movedMark(entry, marks);
      if (wrong) return verdict(`审计第 ${entry.seq} 条（${entry.name}）：${wrong}`);
      head = { seq: entry.seq, hash: entry.hash };
    }
    if (rows.length < batch) break;
  }
  const most = Math.max(0, ...marks.map(({ seq }) => seq));
  if (head.seq < most) return verdict(`以前记下的有 ${most} 条，现在只有 ${head.seq} 条`);
  const kept = await db.auditHead.findUnique({ where: { districtId } });
  return (kept?.seq ?? 0) === head.seq && (kept?.hash ?? '') === head.hash
    ? verdict(null)
    : verdict('链尾和最后一条对不上');
}

function wrongIn(entry: Entry & { isToldOtherwise: boolean }, before: AuditMark): string | undefined {
  if (entry.seq !== before.seq + 1) return `编号不连续，前一条是第 ${before.seq} 条`;
  if (entry.previous !== before.hash) return '和前一条接不上';
  if (createHash('sha256').update(`${entry.previous}\n${entry.body}`).digest('hex') !== entry.hash) return '哈希不对';
  const [seq, eventId, name, actorId, , at] = entry.body.split('\n');
  const told = [String(entry.seq), entry.eventId, entry.name, entry.actorId ?? '-', entry.at.toISOString()];
  if ([seq, eventId, name, actorId, at].join() !== told.join()) return '内容和当时写下的不一样';
  return entry.isToldOtherwise ? '它记的事实后来被改过' : undefined;
}

const movedMark = ({ seq, hash }: Entry, marks: readonly AuditMark[]): string | undefined =>
  marks.some((mark) => mark.seq === seq && mark.hash !== hash) ? '和以前记下的链尾不一样，整条链被改写过' : undefined;
