/** What a key means on the desktop workbench. */
export type DeskKey =
  | { type: 'select'; id: string }
  | { type: 'open'; id: string }
  | { type: 'accept'; id: string }
  | { type: 'search' };

/** What the keyboard finds: the rows in order, the chosen one, in the list. */
export interface DeskFocus {
  ids: readonly string[];
  selected: string | undefined;
}

/** `/` search, `j`/`k` down and up (stopping at the ends), `a` accept, `Enter` open. Undefined when the key is not ours. */
export function deskKey(key: string, { ids, selected }: DeskFocus): DeskKey | undefined {
  if (key === '/') return { type: 'search' };
  if (key === 'j' || key === 'k') return step(ids, selected, key === 'j' ? 1 : -1);
  if (!selected || !ids.includes(selected)) return undefined;
  if (key === 'a') return { type: 'accept', id: selected };
  if (key === 'Enter') return { type: 'open', id: selected };
  return undefined;
}

function step(ids: readonly string[], selected: string | undefined, by: 1 | -1): DeskKey | undefined {
  const at = selected ? ids.indexOf(selected) : -1;
  const next = at < 0 ? ids[0] : ids[Math.min(Math.max(at + by, 0), ids.length - 1)];
  return next && next !== selected ? { type: 'select', id: next } : undefined;
}
