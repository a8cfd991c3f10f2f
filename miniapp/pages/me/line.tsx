import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '../../components/icon';
import type { IconName } from '../../components/icon/paths';
import { Tap } from '../../components/tap';

export interface LineProps {
  icon: IconName;
  label: string;
  value?: string;
  extra?: ReactNode;
  onTap?: () => void;
}

/** One line of a settings card; without `onTap` it only tells. */
export function Line({ icon, label, value, extra, onTap }: LineProps) {
  const inside = (
    <>
      <Icon name={icon} />
      <View className="me-line-label">{label}</View>
      {value && <View className="me-line-value">{value}</View>}
      {extra}
      {onTap && <Icon name="next" tone="muted" size="s" />}
    </>
  );
  if (!onTap) return <View className="me-line">{inside}</View>;
  return (
    <Tap className="me-line" onTap={onTap}>
      {inside}
    </Tap>
  );
}
