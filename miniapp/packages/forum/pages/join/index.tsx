import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Field } from '../../../../components/field';
import { Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { useCommand } from '../../../../hooks/use-command';
import { inWechat } from '../../../../services/platform';
import './index.scss';

const clean = (text: string) => text.replace(/\s/g, '').toUpperCase();

/** 联名: by the code the first author shows, scanned or typed. */
export default function JoinPage() {
  const { params } = useRouter();
  const [code, setCode] = useState(params.code ?? '');
  const asked = clean(code);
  const isCode = /^[2-9A-HJKMNP-Z]{8}$/.test(asked);
  const invited = useApi('forum.invited', { code: asked }, { enabled: isCode });
  const join = useCommand('forum.coauthor', '您也是提议人了');
  const scan = () => {
    Taro.scanCode({ onlyFromCamera: false }).then(
      ({ result }) => setCode(result),
      () => undefined,
    );
  };
  const topic = isCode ? invited.data : undefined;
  return (
    <Page
      title="联名"
      foot={
        topic && (
          <View className="buttons">
            <Button
              busy={join.isPending}
              onTap={() =>
                join.mutate(
                  { code: asked },
                  {
                    onSuccess: ({ id }) => void Taro.redirectTo({ url: `/packages/forum/pages/topic/index?id=${id}` }),
                  },
                )
              }
            >
              我要联名
            </Button>
          </View>
        )
      }
    >
      <Card title="请提议人给您看联名码">
        <Field label="联名码（8 位）" value={code} onChange={setCode} placeholder="比如 K7M2 PX9A" max={10} />
        {inWechat && (
          <View className="buttons join-scan">
            <Button kind="plain" icon="camera" onTap={scan}>
              扫一扫
            </Button>
          </View>
        )}
      </Card>
      {isCode && invited.error && <Notice title={invited.error.message} detail="请提议人再看一遍，或者重新给一个。" />}
      {topic && (
        <Card title={topic.title}>
          <View className="small">{[topic.placeLabel, topic.authorLabel].join(' · ')}</View>
          <View className="join-body">{topic.body}</View>
        </Card>
      )}
      {join.error && <View className="second">{join.error.message}</View>}
    </Page>
  );
}
