import { exposedIn } from '#server/nlu/public-text';

const mail = /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}/g;
const figures = /\d{5,}/g;

/**
 * A sentence without what names a person: telephones, cards, plates, homes, names of children, mail, long figures, and the given names, each
 * replaced by 某某. Undefined when something is left that could name somebody all the same.
 */
export function anonymous(text: string, names: readonly string[]): string | undefined {
  let safe = '';
  let from = 0;
  for (const { start, end } of exposedIn(text)) {
    safe += `${text.slice(from, start)}某某`;
    from = end;
  }
  safe += text.slice(from);
  safe = safe.replace(mail, '某某').replace(figures, '某某').replace(/\s+/g, ' ').trim();
  for (const name of names) if (name.trim().length >= 2) safe = safe.replaceAll(name.trim(), '某某');
  return exposedIn(safe).length === 0 ? safe : undefined;
}
