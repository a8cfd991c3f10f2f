import { JSDOM } from 'jsdom';
import { type Bundle, openBundle } from './bundle';
import { createSandbox } from './sandbox';
import { openScreens, type Screens } from './screens';
import { findByWords, findField, send, visibleText } from './tree';
import { wxNetwork } from './wx-network';
import { type Deed, wxOfPhone } from './wx-phone';

/** A phone in a test, with the built mini-program on it. */
export interface Phone {
  bundle: Bundle;
  screens: Screens;
  /** Everything that went wrong unnoticed: uncaught errors, console.error, unknown wx calls, strange hosts. Empty after a good test. */
  failures: string[];
  /** What was shown or asked outside the page: toasts, phone calls, copied text. */
  deeds: Deed[];
  /** The text of the page on top, in one line. */
  text(): string;
  has(words: string | RegExp): boolean;
  /** Waits for the last element of that text or accessible name and taps it. */
  tap(words: string | RegExp): Promise<void>;
  /** Waits for a field of that accessible name or placeholder and fills it. */
  type(field: string | RegExp, text: string): Promise<void>;
  /** Waits until `check` answers something true. Fails after `ms` with the page's text. */
  until<T>(what: string, check: () => T | undefined | false, ms?: number): Promise<T>;
  /** Waits until nothing has been asked of the desk for a quarter of a second. */
  settled(): Promise<void>;
  close(): void;
}

interface Setting {
  /** Address of the running desk. */
  desk: string;
  /** Whose phone it is: an openid of the stand-in WeChat. One never seen before is a new resident. */
  openid: string;
  /** Photos in the album; choosing gives as many as are asked for, and is cancelled when there is none. */
  album?: Uint8Array[];
  /** What choosing a place on the map gives; cancelled without. */
  location?: { longitude: number; latitude: number; name: string; address: string };
}

const builtFor = process.env.API_BASE ?? 'http://127.0.0.1:3000';

/** Installs dist/weapp on a phone and opens its first page. Throws when the bundle is not built or cannot start. */
export async function openPhone({ desk, openid, album: photos = [], location }: Setting): Promise<Phone> {
  const bundle = openBundle();
  const failures: string[] = [];
  const deeds: Deed[] = [];
  const failed = (what: string) => void failures.push(what);
  const dom = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true });
  Object.assign(globalThis, { window: dom.window, document: dom.window.document });

  const album = new Map(photos.map((bytes, at) => [`wxfile://tmp_${at}.jpg`, bytes]));
  const network = wxNetwork({ builtFor, desk, file: (path) => album.get(path), failed });
  const wx = wxOfPhone({ screens: () => screens, network, album, openid, location, deeds, failed });
  const sandbox = createSandbox(bundle, wx, failed);
  const screens: Screens = openScreens({ bundle, run: sandbox.run, body: dom.window.document.body, failed });
  const root = () => screens.top().root;

  const until: Phone['until'] = async (what, check, ms = 8000) => {
    const end = Date.now() + ms;
    for (;;) {
      const found = check();
      if (found) return found;
      if (Date.now() > end) {
        const shown = `${screens.top().path} says: ${visibleText(root())}`;
        throw new Error([`waited ${ms} ms in vain for ${what}`, shown, ...failures].join('\n'));
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const settled = async () => {
    for (let calm = 0; calm < 10; calm = network.isWaiting() ? 0 : calm + 1)
      await new Promise((resolve) => setTimeout(resolve, 25));
  };
  screens.reLaunch({ url: `/${bundle.pages[0]}` });
  return {
    bundle,
    screens,
    failures,
    deeds,
    until,
    settled,
    text: () => visibleText(root()),
    has: (words) => findByWords(root(), words).length > 0,
    tap: async (words) => {
      const target = await until(`something to tap: ${words}`, () => findByWords(root(), words).at(-1));
      send(target, 'tap', { x: 0, y: 0 }, true);
    },
    type: async (field, text) => {
      const target = await until(`a field: ${field}`, () => findField(root(), field));
      send(target, 'focus', { value: '', height: 0 }, false);
      send(target, 'input', { value: text, cursor: text.length }, false);
    },
    close: () => {
      screens.close();
      sandbox.stop();
      network.close();
      dom.window.close();
    },
  };
}
