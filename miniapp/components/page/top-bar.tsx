import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Icon } from '../icon';
import { Tap } from '../tap';
import { access } from '../tap/access';

const tabs = ['pages/chat/', 'pages/forum/', 'pages/mine/', 'pages/me/'];

/** Goes one page back; a page that was opened by its address goes home. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: '/pages/chat/index' });
}

/** The browser's top bar: the title, and the way back on pages that are no tab. */
export function TopBar({ title }: { title: string }) {
  const path = Taro.getCurrentInstance().router?.path ?? '';
  const isTab = tabs.some((tab) => path.includes(tab));
  return (
    <View className="screen-bar">
      {!isTab && (
        <Tap className="screen-back" onTap={goBack} label="返回">
          <Icon name="back" tone="muted" />
        </Tap>
      )}
      <View className="screen-title" {...access({ role: 'heading' })}>
        {title}
      </View>
    </View>
  );
}
