import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { inWechat } from '../../services/platform';
import { type Access, access } from './access';
import './index.scss';

export interface TapProps extends Access {
  children: ReactNode;
  onTap: () => void;
  className?: string;
  disabled?: boolean;
  id?: string;
}

/** The one thing that can be tapped: a view with a role and a name, reachable and workable by keyboard in the browser. */
export function Tap({ children, onTap, className = '', disabled = false, id, role = 'button', ...named }: TapProps) {
  const act = () => {
    if (!disabled) onTap();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const keyboard = inWechat ? {} : { tabIndex: disabled ? -1 : 0, onKeyDown, 'aria-disabled': String(disabled) };
  return (
    <View
      className={`tap ${disabled ? 'tap-off' : ''} ${className}`}
      hoverClass={disabled ? 'none' : 'tap-down'}
      onClick={act}
      {...access({ role, ...named })}
      {...keyboard}
      {...(id ? { id } : {})}
    >
      {children}
    </View>
  );
}
