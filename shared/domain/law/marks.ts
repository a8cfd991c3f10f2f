/** Where any of the words stands in a text, joined where they touch: from, to (exclusive), in order. */
export function marksIn(text: string, words: Iterable<string>): [number, number][] {
  const covered = new Uint8Array(text.length);
  for (const word of words) {
    if (word.length === 0) continue;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) covered.fill(1, at, at + word.length);
  }
  const marks: [number, number][] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (covered[at] !== 1) continue;
    const last = marks.at(-1);
    if (last && last[1] === at) last[1] = at + 1;
    else marks.push([at, at + 1]);
  }
  return marks;
}

/** The part of a text around its first mark, at most `length` characters, whole from the start when it fits. */
export function snippetOf(text: string, marks: readonly (readonly [number, number])[], length = 80): string {
  const flat = text.replaceAll('\n', ' ');
  if (flat.length <= length) return flat;
  const first = marks.find(([from, to]) => to - from >= 3) ?? marks[0];
  const from = Math.max(0, Math.min((first?.[0] ?? 0) - 16, flat.length - length));
  return `${from > 0 ? '…' : ''}${flat.slice(from, from + length)}${from + length < flat.length ? '…' : ''}`;
}
