import { useState } from 'react';
import { keep, recall } from '../../../services/storage';
import { emptyMatter, type Matter } from './request';

const key = 'booking.matter';

/** The matter being written: it survives closing the page and the app, until `clear`. */
export function useMatter(said: string | undefined): {
  matter: Matter;
  change: (part: Partial<Matter>) => void;
  clear: () => void;
} {
  const [matter, setMatter] = useState<Matter>(() => ({
    ...emptyMatter,
    ...recall<Matter>(key),
    ...(said ? { matter: said } : {}),
  }));
  const change = (part: Partial<Matter>) => {
    const next = { ...matter, ...part };
    setMatter(next);
    keep(key, next);
  };
  const clear = () => {
    setMatter(emptyMatter);
    keep(key, undefined);
  };
  return { matter, change, clear };
}
