/** A choice under a message: what is said by it, and whether it opens a page instead. */
export interface Offered {
  readonly label: string;
  readonly page?: string | undefined;
}

/** What a message with its card says where only text can be sent. */
export interface Told {
  readonly text: string;
  readonly lines: readonly string[];
  readonly options: readonly Offered[];
}

/** WeChat takes 2,048 bytes in one text message. Source: custom/send. */
const mostBytes = 2000;

/** The choices that are made by a number, in the order of the numbers. */
export const numbered = (options: readonly Offered[]): Offered[] => options.filter(({ page }) => page === undefined);

/**
 * Messages as texts for WeChat's own window: cards as lines, choices as numbers to reply, pages as links into the mini-program. At most `parts` texts;
 * what does not fit is left to the mini-program, and the last one says so. Only the last choices can be answered by a number.
 */
export function windowTexts(told: readonly Told[], appId: string, parts: number): string[] {
  const blocks = told.map(({ text, lines, options }, index) => {
    const isLast = index === told.length - 1;
    const choices = isLast ? numbered(options).map(({ label }, at) => `回复 ${at + 1}：${label}`) : [];
    const links = options.flatMap(({ label, page }) => (page ? [link(appId, page, label)] : []));
    return [text, ...lines, ...choices, ...links].filter(Boolean).join('\n');
  });
  const texts: string[] = [];
  for (const block of blocks.filter(Boolean)) {
    const last = texts.at(-1);
    const joined = last === undefined ? block : `${last}\n\n${block}`;
    if (last !== undefined && bytesOf(joined) <= mostBytes) texts[texts.length - 1] = joined;
    else texts.push(cut(block, 0));
  }
  if (texts.length <= parts) return texts;
  const more = link(appId, 'pages/chat/index', '后面还有，到服务台小程序里看');
  return parts < 1 ? [] : [...texts.slice(0, parts - 1), `${cut(texts[parts - 1] ?? '', 400)}\n${more}`];
}

const link = (appId: string, page: string, label: string) =>
  `<a data-miniprogram-appid="${appId}" data-miniprogram-path="${page.replace(/^\//, '')}">${label}</a>`;

/** UTF-8 bytes of a character. */
function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

const bytesOf = (text: string) => [...text].reduce((sum, character) => sum + widthOf(character), 0);

function cut(text: string, spare: number): string {
  if (bytesOf(text) <= mostBytes - spare) return text;
  let bytes = 3;
  const kept = [...text].filter((character) => {
    bytes += widthOf(character);
    return bytes <= mostBytes - spare;
  });
  return `${kept.join('')}…`;
}
