import { useMemo, useState } from 'react';
import { inWechat } from '../services/platform';

const lowest = 1_000_000;

interface ScrollProps {
  scrollTop?: number;
  scrollIntoView?: string;
}

export interface Scroll {
  /** For the ScrollView. */
  props: ScrollProps;
  toEnd: () => void;
  toTop: () => void;
  /** Brings the element with this id to the top of the view. */
  to: (id: string) => void;
}

/**
 * Moves a ScrollView. In WeChat by its properties, each time with another number, because the same one twice moves nothing. In the
 * browser directly: there Taro sets the properties again on every drawing, which would drag the reader back.
 */
export function useScroll(viewId: string): Scroll {
  const [props, setProps] = useState<ScrollProps>({});
  const moves = useMemo(() => {
    if (inWechat) {
      return {
        toEnd: () => setProps(({ scrollTop = 0 }) => ({ scrollTop: Math.max(scrollTop, lowest) + 1 })),
        toTop: () => setProps({ scrollTop: Math.random() / 10 }),
        to: (id: string) => setProps({ scrollIntoView: id }),
      };
    }
    const move = (top: number) => document.getElementById(viewId)?.scrollTo?.({ top });
    return {
      toEnd: () => move(lowest),
      toTop: () => move(0),
      to: (id: string) => document.getElementById(id)?.scrollIntoView?.({ block: 'start' }),
    };
  }, [viewId]);
  return { props, ...moves };
}
