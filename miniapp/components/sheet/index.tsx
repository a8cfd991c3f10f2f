import { ScrollView, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type ReactNode, useEffect } from 'react';
import { Icon } from '../icon';
import { Tap } from '../tap';
import { access } from '../tap/access';
import './index.scss';

export interface SheetProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** What stays in sight below the scrolling part. */
  foot?: ReactNode;
}

let openSheets = 0;

/** The tab bar lies above everything a page can draw, so it steps aside while a sheet is open. Other pages have none: no matter. */
function useNoTabBar(): void {
  useEffect(() => {
    openSheets += 1;
    Taro.hideTabBar().catch(() => undefined);
    return () => {
      openSheets -= 1;
      if (openSheets === 0) Taro.showTabBar().catch(() => undefined);
    };
  }, []);
}

/** A half-screen sheet from below; on a desktop a panel in the middle. Tapping outside closes it. */
export function Sheet({ title, onClose, children, foot }: SheetProps) {
  useNoTabBar();
  return (
    <View className="sheet" catchMove>
      <View className="sheet-shade" onClick={onClose} {...access({ hidden: true })} />
      <View className="sheet-panel" {...access({ role: 'dialog', label: title })}>
        <View className="sheet-head">
          <View className="sheet-title">{title}</View>
          <Tap className="sheet-close" onTap={onClose} label="关闭">
            <Icon name="close" tone="muted" />
          </Tap>
        </View>
        <ScrollView scrollY className="sheet-body">
          <View className="sheet-content">{children}</View>
        </ScrollView>
        {foot && <View className="sheet-foot">{foot}</View>}
      </View>
    </View>
  );
}
