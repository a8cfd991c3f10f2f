import type { ViewProps } from '@tarojs/components';
import { inWechat } from '../../services/platform';

export interface Access {
  role?: string;
  label?: string;
  hidden?: boolean;
  checked?: boolean;
  selected?: boolean;
  live?: boolean;
}

/** What a screen reader hears: aria properties of WeChat's templates (config/aria-plugin.cjs), plain ARIA attributes in the browser. */
export function access({ role, label, hidden, checked, selected, live }: Access): Partial<ViewProps> {
  const said = (value: boolean | undefined) => (value === undefined ? undefined : String(value));
  const props = inWechat
    ? {
        ariaRole: role,
        ariaLabel: label,
        ariaHidden: hidden,
        ariaChecked: said(checked),
        ariaSelected: said(selected),
      }
    : {
        role,
        'aria-label': label,
        'aria-hidden': said(hidden),
        'aria-checked': said(checked),
        'aria-selected': said(selected),
        'aria-level': role === 'heading' ? '2' : undefined,
        'aria-live': live ? 'polite' : undefined,
      };
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as Partial<ViewProps>;
}

/** For a picture whose meaning stands in words around it: the browser's own image then has an empty `alt`. */
export const decorative = inWechat ? {} : { nativeProps: { alt: '' } };

/** Names the browser's own input inside one of Taro's, which does not hand the name on by itself. Nothing in WeChat. */
export function inner({ label }: { label: string }): { nativeProps?: Record<string, string> } {
  return inWechat ? {} : { nativeProps: { 'aria-label': label } };
}
