import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { useApi } from '../../../../hooks/use-api';
import { useCommand } from '../../../../hooks/use-command';
import { absoluteUrl } from '../../model/absolute-url';

/** The private address that calendar programs subscribe to. It is shown once; a new one makes the old one worthless. */
export function FeedCard() {
  const { data } = useApi('advisor.feed', {});
  const renew = useCommand('advisor.renewFeed');
  const revoke = useCommand('advisor.revokeFeed', '已停用，原来的地址打不开了');
  const active = data?.active ?? false;
  const url = active && renew.data ? absoluteUrl(renew.data.path) : undefined;
  const stop = () => revoke.mutate({}, { onSuccess: () => renew.reset() });
  return (
    <Card title="放进自己的日历">
      <View className="second">手机或电脑的日历订阅一个地址，预约会自己更新。里面只有时间和地点，没有居民说的事。</View>
      {url && (
        <>
          <View className="hours-feed">{url}</View>
          <View className="small">地址只显示这一次，不要给别人。</View>
        </>
      )}
      {active && !url && <View className="small hours-feed-note">已经在用。换新后，旧地址就打不开了。</View>}
      <View className="buttons buttons-wrap hours-feed-deeds">
        {url ? (
          <Button onTap={() => void Taro.setClipboardData({ data: url })}>复制地址</Button>
        ) : (
          <Button kind="plain" onTap={() => renew.mutate({})} busy={renew.isPending}>
            {active ? '换新地址' : '生成地址'}
          </Button>
        )}
        {active && (
          <Button kind="plain" onTap={stop} busy={revoke.isPending}>
            停用
          </Button>
        )}
      </View>
    </Card>
  );
}
