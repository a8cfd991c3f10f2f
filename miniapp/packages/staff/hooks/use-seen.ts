import { useEffect, useRef } from 'react';
import { inWechat } from '../../../services/platform';

/** Calls `onSeen` when the element with this id comes into sight in the browser; in WeChat reaching the page's bottom does the same. */
export function useSeen(id: string, present: boolean, onSeen: () => void): void {
  const latest = useRef(onSeen);
  latest.current = onSeen;
  useEffect(() => {
    if (inWechat || !present || typeof IntersectionObserver === 'undefined') return;
    const element = document.getElementById(id);
    if (!element) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) latest.current();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [id, present]);
}
