import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../button';
import { access } from '../tap/access';
import './index.scss';

/** Grey lines in the shape of what is coming, shown only when it takes longer than 300 ms. */
export function Skeleton({ rows = 3 }: { rows?: number }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <View className="skeleton" {...access({ role: 'status', label: '正在打开' })}>
      {Array.from({ length: rows }, (_, row) => (
        <View key={row} className="skeleton-card">
          <View className="skeleton-line" />
          <View className="skeleton-line skeleton-short" />
        </View>
      ))}
    </View>
  );
}

export interface Next {
  label: string;
  onTap: () => void;
}

/** Nothing here, something went wrong, or nobody signed in: a sentence, perhaps a second one, and the one useful button. */
export function Notice({
  title,
  detail,
  next,
  children,
}: {
  title: string;
  detail?: string;
  next?: Next;
  children?: ReactNode;
}) {
  return (
    <View className="notice">
      <View className="notice-title">{title}</View>
      {detail && <View className="notice-detail">{detail}</View>}
      {children}
      {next && (
        <View className="notice-next">
          <Button kind="plain" onTap={next.onTap}>
            {next.label}
          </Button>
        </View>
      )}
    </View>
  );
}
