import { Text } from '@tarojs/components';
import { Icon } from '../icon';
import type { IconName } from '../icon/paths';
import { Tap } from '../tap';
import './index.scss';

export interface ButtonProps {
  children: string;
  onTap: () => void;
  kind?: 'primary' | 'plain' | 'danger' | 'quiet';
  icon?: IconName;
  busy?: boolean;
  disabled?: boolean;
  /** The accessible name, when the words on it are not enough. */
  label?: string;
  className?: string;
}

/** A button of the desk. While `busy` it keeps its words and cannot be tapped again. */
export function Button({
  children,
  onTap,
  kind = 'primary',
  icon,
  busy = false,
  disabled = false,
  label,
  className = '',
}: ButtonProps) {
  const filled = kind === 'primary' || kind === 'danger';
  return (
    <Tap
      className={`button button-${kind} ${className}`}
      onTap={onTap}
      disabled={busy || disabled}
      label={label ?? children}
    >
      {icon && <Icon name={icon} tone={filled ? 'white' : 'jade'} size="s" />}
      <Text className="button-text">{busy ? `${children}…` : children}</Text>
    </Tap>
  );
}
