import { createElement, type ReactNode } from 'react';

type Props = Record<string, unknown> & { children?: ReactNode };

/** Taro's components as the DOM elements they become: enough for a page's logic, nothing of Taro itself. */
function plain(tag: string) {
  return function Plain({ children, className, id, onClick, style, ...rest }: Props) {
    const aria = Object.fromEntries(
      Object.entries(rest).filter(([name]) => /^(aria-.+|role|tabIndex|src)$/.test(name)),
    );
    return createElement(tag, { className, id, onClick, style, ...aria }, children);
  };
}

export const View = plain('div');
export const Text = plain('span');
export const Image = plain('img');
export const ScrollView = plain('section');
const NativeMap = plain('div');

export { NativeMap as Map };
export const Button = plain('button');
export const Switch = plain('input');

interface TypedEvent {
  target: { value: string };
}

/** An input that tells of its value as Taro does, and confirms on Enter. */
export function Input({ value, placeholder, ariaLabel, onInput, onConfirm }: Props) {
  const told = onInput as (event: { detail: { value: string } }) => void;
  return createElement('input', {
    value,
    placeholder,
    'aria-label': ariaLabel,
    onChange: (event: TypedEvent) => told({ detail: { value: event.target.value } }),
    onKeyDown: (event: { key: string }) => event.key === 'Enter' && (onConfirm as () => void)?.(),
  });
}

export const Textarea = Input;
