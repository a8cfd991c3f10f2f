import type { template } from 'glass-easel';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { Bundle } from './bundle';

interface Complaint {
  isError: boolean;
  message: string;
  startLine: number;
}

const built = ['template', 'import', 'include', 'wxs', 'block', 'slot', 'comp', 'custom-wrapper'];
const withoutEnding = (file: string) => file.replace(/\.\w+$/, '');

/** The compiler takes `bindtap=` for a plain attribute; `bind:tap=` says the same and is understood. */
const eventsSpeltOut = (wxml: string) =>
  wxml.replace(/\s((?:capture-)?(?:bind|catch)|mut-bind)([a-z]\w*)=/g, (_all, how: string, event: string) => {
    return ` ${how}:${event}=`;
  });

/** Compiles all WXML and WXS of a bundle; template by path without its ending. Throws when a template is not well-formed. */
export function compileTemplates(bundle: Bundle): Map<string, template.ComponentTemplate> {
  const group = new TmplGroup();
  const wxml = bundle.list('.wxml').map(withoutEnding);
  for (const file of bundle.list('.wxs')) group.addScript(withoutEnding(file), bundle.read(file));
  for (const file of wxml) {
    const complaints = group.addTmpl(file, eventsSpeltOut(bundle.read(`${file}.wxml`))) as Complaint[];
    const wrong = complaints.find((one) => one.isError);
    if (wrong) throw new Error(`${file}.wxml:${wrong.startLine + 1}: ${wrong.message}`);
  }
  const source = group.getTmplGenObjectGroups();
  group.free();
  const groupList = new Function(`return ${source}`)() as template.ComponentTemplate['groupList'] &
    Record<string, template.ComponentTemplate['content']>;
  return new Map(wxml.map((file) => [file, { groupList, content: groupList[file]! }]));
}

/** The names of WeChat's own components that the bundle's templates use (view, text, scroll-view …). */
export function builtInTags(bundle: Bundle): string[] {
  const tags = bundle.list('.wxml').flatMap((file) => [...bundle.read(file).matchAll(/<([a-z][a-z-]*)/g)]);
  return [...new Set(tags.map((match) => match[1]!))].filter((tag) => !built.includes(tag));
}
