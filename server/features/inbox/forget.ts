import type { Ground } from '../../kernel/route';

/** Pushed words are needed for days, to see what went wrong; then they go. Default, to be confirmed. */
const keptDays = 30;

/** Deletes pushes older than 30 days, a batch at a time. */
export async function forgetOldPushes({ prisma, now }: Ground): Promise<'more' | undefined> {
  const until = new Date(now().getTime() - keptDays * 86_400_000);
  const gone = await prisma.$executeRaw`
    DELETE FROM "PushedMessage" WHERE ("districtId", "id") IN (
      SELECT "districtId", "id" FROM "PushedMessage" WHERE "at" < ${until} ORDER BY "at" LIMIT 500)`;
  return gone === 500 ? 'more' : undefined;
}
