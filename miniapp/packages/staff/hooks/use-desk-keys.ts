import { useEffect, useRef } from 'react';
import { type DeskFocus, type DeskKey, deskKey } from '../model/desk-keys';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable);

const isSheetOpen = () => document.querySelector('.sheet') !== null;

/** Listens to the keyboard on H5; elsewhere it does nothing. `focus` and `act` may change on every render. */
export function useDeskKeys(focus: DeskFocus, act: (key: DeskKey) => void): void {
  const latest = useRef({ focus, act });
  latest.current = { focus, act };

  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isSheetOpen()) return;
      const key = deskKey(event.key, latest.current.focus);
      if (!key) return;
      event.preventDefault();
      latest.current.act(key);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
