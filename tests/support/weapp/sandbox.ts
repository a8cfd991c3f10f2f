import path from 'node:path';
import vm from 'node:vm';
import type { Bundle } from './bundle';

type Constructors = Record<'App' | 'Page' | 'Component' | 'Behavior' | 'getApp' | 'getCurrentPages', unknown>;

export interface Sandbox {
  /** Runs a script of the bundle once; what it hands to Page or Component goes to the constructors given here. */
  run(file: string, constructors: Constructors): void;
  /** Stops every timer the bundle has set. */
  stop(): void;
}

/**
 * A JavaScript world as poor as WeChat's: the language itself, timers, console and `wx`. There is no window, document, fetch, URL,
 * AbortController, TextEncoder, structuredClone or queueMicrotask, and code from strings is refused, so that whatever the bundle
 * borrows from browsers fails here as it does on a phone. `failed` hears every error that nobody caught and all of console.error.
 */
export function createSandbox(bundle: Bundle, wx: object, failed: (what: string) => void): Sandbox {
  const timers = new Set<NodeJS.Timeout>();
  const guarded = (work: (...values: unknown[]) => unknown, values: unknown[]) => {
    try {
      work(...values);
    } catch (error) {
      failed(String((error as Error).stack ?? error));
    }
  };
  const timer = (start: typeof setTimeout | typeof setInterval, once: boolean) => {
    return (work: (...values: unknown[]) => unknown, delay?: number, ...values: unknown[]) => {
      const handle = start(() => {
        if (once) timers.delete(handle);
        guarded(work, values);
      }, delay) as NodeJS.Timeout;
      timers.add(handle);
      return Number(handle);
    };
  };
  const clear = (id: unknown) => {
    if (id !== undefined) clearTimeout(id as number);
  };
  const quiet = () => undefined;
  const complain = (...words: unknown[]) => failed(`console.error: ${words.map(String).join(' ')}`);
  const context = vm.createContext(
    {
      wx,
      setTimeout: timer(setTimeout, true),
      setInterval: timer(setInterval, false),
      clearTimeout: clear,
      clearInterval: clear,
      console: { log: quiet, info: quiet, debug: quiet, warn: quiet, group: quiet, groupEnd: quiet, error: complain },
    },
    { codeGeneration: { strings: false, wasm: false } },
  );
  const modules = new Map<string, { exports: unknown }>();

  const load = (file: string, constructors: Constructors): unknown => {
    const known = modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    modules.set(file, module);
    const names = ['require', 'module', 'exports', ...Object.keys(constructors)];
    const source = `(function (${names.join(', ')}) {${bundle.read(file)}\n})`;
    const script = vm.runInContext(source, context, { filename: `dist/weapp/${file}` }) as (
      ...given: unknown[]
    ) => void;
    const near = (name: string) => {
      const wanted = path.posix.join(path.posix.dirname(file), name);
      return load(wanted.endsWith('.js') ? wanted : `${wanted}.js`, constructors);
    };
    script(near, module, module.exports, ...Object.values(constructors));
    return module.exports;
  };
  return {
    run: (file, constructors) => void load(file, constructors),
    stop: () => {
      for (const handle of timers) clearTimeout(handle);
    },
  };
}
