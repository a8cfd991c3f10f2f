import path from 'node:path';
import { glassEasel, MiniProgramEnv, type Root } from 'glass-easel-miniprogram-adapter';
import type { Bundle } from './bundle';
import type { Sandbox } from './sandbox';
import { builtInTags, compileTemplates } from './templates';

type Caller = ReturnType<Root['get']> & {
  route: string;
  options: Record<string, string>;
} & Partial<Record<'onLoad' | 'onShow' | 'onReady' | 'onHide' | 'onUnload', (options?: object) => void>>;

interface Screen {
  path: string;
  caller: Caller;
  /** The element that holds what the page has drawn. */
  root: HTMLElement;
  root$: Root;
}

interface Route {
  url?: string;
  delta?: number;
}

type Go = (route: Route) => undefined;

/** The pages of a mini-program: its stack, its tabs and the life of each page as WeChat runs it. */
export interface Screens extends Record<'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack', Go> {
  top(): Screen;
  paths(): string[];
  close(): void;
}

interface Ground {
  bundle: Bundle;
  run: Sandbox['run'];
  body: HTMLElement;
  failed(what: string): void;
}

const deepest = 10;

/** Registers app.js and every component of the bundle; a page's own script runs when the page is first opened. */
export function openScreens({ bundle, run, body, failed }: Ground): Screens {
  glassEasel.globalOptions.throwGlobalError = true;
  const env = new MiniProgramEnv();
  const space = env.createCodeSpace('', true);
  const backend = env.associateBackend();
  for (const tag of builtInTags(bundle)) space.getComponentSpace().setGlobalUsingComponent(tag, `wx-${tag}`);
  for (const [file, template] of compileTemplates(bundle)) space.addCompiledTemplate(file, template);
  const configs = bundle.list('.json').filter((file) => bundle.has(file.replace(/json$/, 'wxml')));
  for (const file of configs) space.addComponentStaticConfig(file.slice(0, -5), JSON.parse(bundle.read(file)));

  let app: Record<string, ((options?: object) => void) | undefined> = {};
  let stack: Screen[] = [];
  const tabs = new Map<string, Screen>();
  const register = (file: string) =>
    space.componentEnv(file, ({ Page, Component, Behavior }) =>
      run(`${file}.js`, {
        App: (given: typeof app) => {
          app = given;
        },
        Page,
        Component,
        Behavior,
        getApp: () => app,
        getCurrentPages: () => stack.map((screen) => screen.caller),
      }),
    );
  register('app');
  for (const file of configs) if (bundle.read(file).includes('"component":true')) register(file.slice(0, -5));
  app.onLaunch?.({ path: bundle.pages[0], query: {}, scene: 1001 });
  app.onShow?.({ path: bundle.pages[0], query: {}, scene: 1001 });

  const top = () => {
    const screen = stack.at(-1);
    if (!screen) throw new Error('no page is open');
    return screen;
  };
  const locate = (url = '') => {
    const [where = '', query = ''] = url.split('?');
    const file = where.startsWith('/') ? where.slice(1) : path.posix.join(path.posix.dirname(top().path), where);
    if (bundle.pages.includes(file)) return { file, options: Object.fromEntries(new URLSearchParams(query)) };
    failed(`${url} is not a page of app.json`);
    throw new Error(`page "${file}" is not found`);
  };
  const open = (url: string | undefined): Screen => {
    const { file, options } = locate(url);
    register(file);
    const root = body.appendChild(body.ownerDocument.createElement('div'));
    const placeholder = root.appendChild(body.ownerDocument.createElement('div'));
    const root$ = backend.createRoot('wx-page', space, file);
    const caller = Object.assign(root$.get() as Caller, { route: file, options });
    const screen = { path: file, caller, root, root$ };
    stack.push(screen);
    if (bundle.tabs.includes(file)) tabs.set(file, screen);
    caller.onLoad?.(options);
    root$.attach(
      root as unknown as glassEasel.GeneralBackendElement,
      placeholder as unknown as glassEasel.GeneralBackendElement,
    );
    caller.onShow?.();
    caller.onReady?.();
    return screen;
  };
  const drop = (screen: Screen) => {
    screen.caller.onUnload?.();
    screen.root$.release();
    screen.root.remove();
    tabs.delete(screen.path);
  };
  const hide = () => stack.at(-1)?.caller.onHide?.();
  const isTab = (url = '') => bundle.tabs.includes(locate(url).file);

  return {
    top,
    paths: () => stack.map((screen) => screen.path),
    navigateTo: ({ url }) => {
      if (isTab(url)) throw new Error('can not navigateTo a tabbar page');
      if (stack.length >= deepest) throw new Error('webview count limit exceed');
      hide();
      open(url);
    },
    redirectTo: ({ url }) => {
      if (isTab(url)) throw new Error('can not redirectTo a tabbar page');
      drop(stack.pop()!);
      open(url);
    },
    switchTab: ({ url }) => {
      if (!isTab(url)) throw new Error('can not switch to no-tabBar page');
      const known = tabs.get(locate(url).file);
      hide();
      for (const screen of stack) if (!bundle.tabs.includes(screen.path)) drop(screen);
      stack = known ? [known] : [];
      if (known) known.caller.onShow?.();
      else open(url);
    },
    reLaunch: ({ url }) => {
      for (const screen of new Set([...stack, ...tabs.values()])) drop(screen);
      stack = [];
      open(url);
    },
    navigateBack: ({ delta = 1 }) => {
      const leaving = stack.slice(Math.max(1, stack.length - delta));
      stack = stack.slice(0, stack.length - leaving.length);
      for (const screen of leaving.reverse()) drop(screen);
      top().caller.onShow?.();
    },
    close: () => {
      for (const screen of new Set([...stack, ...tabs.values()])) drop(screen);
      stack = [];
    },
  };
}
