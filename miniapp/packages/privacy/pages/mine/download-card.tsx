import { View } from '@tarojs/components';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { useCommand } from '../../../../hooks/use-command';
import { assetUrl } from '../../../../services/api';
import { openFile } from '../../../../services/open-file';
import { inWechat } from '../../../../services/platform';

/** A copy of everything, for people and for machines. WeChat opens neither, so there the address is copied. */
export function DownloadCard() {
  const make = useCommand('privacy.download', '准备好了');
  const deed = inWechat ? '复制链接：' : '下载：';
  return (
    <Card title="下载我的信息">
      <View className="second">
        {make.data
          ? `一共 ${make.data.rows} 条，链接到${make.data.untilText}有效，文件一小时后删除。`
          : '把服务台存的您的信息整理成两份文件：一份给人看，一份给电脑用。'}
      </View>
      {make.data && inWechat && <View className="second">链接请在手机或电脑的浏览器里打开，不要发给别人。</View>}
      <View className="buttons privacy-deeds">
        {make.data ? (
          <>
            <Button onTap={() => openFile(assetUrl(make.data.textUrl))}>{`${deed}给人看的`}</Button>
            <Button kind="plain" onTap={() => openFile(assetUrl(make.data.jsonUrl))}>{`${deed}给电脑用的`}</Button>
          </>
        ) : (
          <Button kind="plain" onTap={() => make.mutate({})} busy={make.isPending}>
            准备文件
          </Button>
        )}
      </View>
    </Card>
  );
}
