import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Sheet } from '../../../../components/sheet';
import { useCommand } from '../../../../hooks/use-command';
import { assetUrl } from '../../../../services/api';
import { inWechat } from '../../../../services/platform';
import { type Filters, tidy } from '../../model/filters';

/** Exports what the filter holds as CSV, after a reason was given. In WeChat, which opens no CSV, the link goes to the clipboard. */
export function ExportSheet({ filters, onClose }: { filters: Filters; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand('workbench.export');
  const problem = reason.trim().length < 2 ? '请写明用来做什么' : undefined;
  const made = command.data;
  const make = () => {
    setTried(true);
    if (!problem) command.mutate({ ...tidy(filters), reason: reason.trim() });
  };

  if (made) {
    return (
      <Sheet
        title="导出好了"
        onClose={onClose}
        foot={<Button onTap={() => open(assetUrl(made.url))}>{inWechat ? '复制链接' : '下载'}</Button>}
      >
        <View>一共 {made.rows} 件。</View>
        <View className="second">
          {inWechat ? '链接请在电脑浏览器里打开，很快会失效。' : '文件带有您的名字和时间，请妥善保管。'}
        </View>
      </Sheet>
    );
  }
  return (
    <Sheet
      title="导出表格"
      onClose={onClose}
      foot={
        <Button onTap={make} busy={command.isPending}>
          导出
        </Button>
      }
    >
      <View className="second">按现在的筛选导出。谁导出、为什么，都会记录下来。</View>
      <Field
        label="用来做什么"
        value={reason}
        onChange={setReason}
        placeholder="例如：本月例会通报"
        max={200}
        problem={tried ? problem : undefined}
      />
    </Sheet>
  );
}

function open(url: string): void {
  if (inWechat) void Taro.setClipboardData({ data: url });
  else window.open(url, '_blank', 'noopener');
}
