import { personalIn } from '#server/nlu/personal';

/** Longest material that leaves, in characters; `personalIn` reads this far. */
const longest = 3500;
const words = { phone: '〔电话〕', id_card: '〔证件号〕', bank_card: '〔卡号〕', plate: '〔车牌〕' } as const;
const mail = /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}/g;
const door = /\d{1,4}(?:号楼|栋|幢|单元|号院|号|室)(?:\d{1,4}(?:单元|栋|室|号)){0,4}\d{0,4}/g;

/** A text without what names a person: numbers of any kind, mail, doors, and the given names. Cut to what is safe to read. */
export function scrubbed(text: string, names: readonly string[]): string {
  const cut = text.slice(0, longest);
  let safe = '';
  let from = 0;
  for (const { kind, start, end } of personalIn(cut)) {
    safe += `${cut.slice(from, start)}${words[kind]}`;
    from = end;
  }
  safe += cut.slice(from);
  safe = safe.replace(mail, '〔邮箱〕').replace(door, '〔门牌〕');
  for (const name of [...names].filter((one) => one.trim().length >= 2).sort((a, b) => b.length - a.length))
    safe = safe.replaceAll(name.trim(), '〔姓名〕');
  // Runs of figures that no pattern knows may still be somebody's number.
  return safe.replace(/\d{7,}/g, '〔号码〕');
}
