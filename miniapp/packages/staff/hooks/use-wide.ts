import { useEffect, useState } from 'react';

const query = '(min-width: 960px)';
const screen = () =>
  process.env.TARO_ENV === 'h5' && typeof matchMedia === 'function' ? matchMedia(query) : undefined;

/** Whether the desktop layout applies: H5 from 960 px. Always false in the mini-program. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => screen()?.matches ?? false);
  useEffect(() => {
    const watched = screen();
    if (!watched) return;
    const follow = () => setWide(watched.matches);
    watched.addEventListener('change', follow);
    return () => watched.removeEventListener('change', follow);
  }, []);
  return wide;
}
