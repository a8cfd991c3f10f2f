const tails = new Map<string, Promise<unknown>>();

/**
 * Runs what one person sends to this process one after the other, so that twins find each other's reply instead of racing for the row. Only a
 * courtesy: between processes the version of the conversation decides.
 */
export async function oneAtATime<T>(personId: string, work: () => Promise<T>): Promise<T> {
  const before = tails.get(personId) ?? Promise.resolve();
  const mine = before.then(work, work);
  tails.set(personId, mine);
  try {
    return await mine;
  } finally {
    if (tails.get(personId) === mine) tails.delete(personId);
  }
}
