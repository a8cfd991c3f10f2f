const noise = /[\s\p{P}\p{S}\p{C}]/gu;
/** Not more pieces of one text than this are kept. */
const mostGrams = 400;

/** The different two-character pieces of a text in order, punctuation and spaces left out; what search compares. */
export function bigramsOf(text: string): string[] {
  const characters = Array.from(text.toLowerCase().replace(noise, ''));
  const grams = new Set<string>();
  for (let start = 0; start + 1 < characters.length && grams.size < mostGrams; start += 1)
    grams.add(characters.slice(start, start + 2).join(''));
  return [...grams];
}
