import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Sheet } from '../../../../components/sheet';
import { assetUrl } from '../../../../services/api';
import { openFile } from '../../../../services/open-file';
import { inWechat } from '../../../../services/platform';

export interface ReasonExportProps {
  means: string;
  placeholder: string;
  /** What was made, once it was. */
  made: { url: string; rows: number } | undefined;
  pending: boolean;
  /** Words for the number of rows, for example 一共 12 件. */
  countWords: (rows: number) => string;
  onMake: (reason: string) => void;
  onClose: () => void;
}

/** An export after a reason was given. In WeChat, which opens no table, the link goes to the clipboard. */
export function ReasonExport({ means, placeholder, made, pending, countWords, onMake, onClose }: ReasonExportProps) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const problem = reason.trim().length < 2 ? '请写明用来做什么' : undefined;
  const make = () => {
    setTried(true);
    if (!problem) onMake(reason.trim());
  };
  if (made) {
    return (
      <Sheet
        title="导出好了"
        onClose={onClose}
        foot={<Button onTap={() => openFile(assetUrl(made.url))}>{inWechat ? '复制链接' : '下载'}</Button>}
      >
        <View>{countWords(made.rows)}</View>
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
        <Button onTap={make} busy={pending}>
          导出
        </Button>
      }
    >
      <View className="second">{means}谁导出、为什么，都会记录下来。</View>
      <Field
        label="用来做什么"
        value={reason}
        onChange={setReason}
        placeholder={placeholder}
        max={200}
        problem={tried ? problem : undefined}
      />
    </Sheet>
  );
}
