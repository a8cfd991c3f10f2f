import type { Element as Drawn } from 'glass-easel';

type Node = Element & { __wxElement?: Drawn };

const near = (text: string) => text.replace(/\s+/g, ' ').trim();
const all = (root: Element, selector: string) => [...root.querySelectorAll(selector)];

/** What can be read on the page, in one line; pictures, placeholders and names only a screen reader says are not in it. */
export function visibleText(root: Element): string {
  const copy = root.cloneNode(true) as Element;
  for (const hidden of all(copy, '[hidden], [style*="display: none"], [style*="display:none"]')) hidden.remove();
  return near(copy.textContent ?? '');
}

const said = (element: Element) => [element.getAttribute('aria-label') ?? '', near(element.textContent ?? '')];
const matches = (words: string | RegExp, texts: string[]) =>
  texts.some((text) => (typeof words === 'string' ? text === words : words.test(text)));

/** The innermost elements whose accessible name or text is `words`, in the order of the page. */
export function findByWords(root: Element, words: string | RegExp): Element[] {
  const found = all(root, '*').filter((element) => matches(words, said(element)));
  return found.filter((element) => !found.some((other) => other !== element && element.contains(other)));
}

/** Fields (input, textarea) by accessible name or placeholder. */
export function findField(root: Element, words: string | RegExp): Element | undefined {
  return all(root, 'wx-input, wx-textarea').find((element) =>
    matches(words, [element.getAttribute('aria-label') ?? '', element.getAttribute('placeholder') ?? '']),
  );
}

/** Sends a WeChat event to an element of the page; `bubbles` as WeChat has it for touches. */
export function send(element: Element, event: string, detail: object, bubbles: boolean): void {
  let node: Node | null = element;
  while (node && !node.__wxElement) node = node.parentElement;
  if (!node?.__wxElement) throw new Error('this element was not drawn by the mini-program');
  node.__wxElement.triggerEvent(event, detail, { bubbles, composed: true, capturePhase: bubbles });
}
