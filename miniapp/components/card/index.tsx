import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './index.scss';

/** A white card with a hairline. `title` is its heading. */
export function Card({ children, title, tight }: { children: ReactNode; title?: string; tight?: boolean }) {
  return (
    <View className={`card ${tight ? 'card-tight' : ''}`}>
      {title && <View className="card-title">{title}</View>}
      {children}
    </View>
  );
}

/** A labelled line inside a card: what it is on the left, what it says on the right. */
export function Row({ label, children, action }: { label: string; children: ReactNode; action?: ReactNode }) {
  return (
    <View className="row">
      <Text className="row-label">{label}</Text>
      <View className="row-value">{children}</View>
      {action}
    </View>
  );
}
