import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { readSignCode } from '#shared/domain/forum/sign-code';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Field } from '../../../../components/field';
import { Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { goTopic } from '../../../../forum/go';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import { inWechat } from '../../../../services/platform';

/** 签到: by the code at the door, scanned or copied. A slip of one sign is said before anything is sent. */
export default function SignInPage() {
  const { params } = useRouter();
  const [code, setCode] = useState(params.code ?? '');
  const sign = useCommand('forum.signIn', undefined, true);
  const typed = code.replace(/^\s*CPM-/i, '').replace(/[\s-]/g, '');
  const slipped = typed.length >= 8 && !readSignCode(code);
  const scan = () => {
    Taro.scanCode({ onlyFromCamera: false }).then(
      ({ result }) => setCode(result),
      () => undefined,
    );
  };
  if (sign.data) {
    const { topicId } = sign.data;
    return (
      <Page title="会场签到">
        <Notice
          title="签到了"
          detail="请坐下等主持人开会。会上说的会记下来，结果写好以后请您再看一遍。"
          next={{ label: '看议题', onTap: () => goTopic(topicId) }}
        />
      </Page>
    );
  }
  return (
    <Page
      title="会场签到"
      foot={
        <Button onTap={() => sign.mutate({ code })} busy={sign.isPending} disabled={!readSignCode(code)}>
          签到
        </Button>
      }
    >
      <Card title="会场门口有签到码">
        <View className="fields">
          <Field
            label="签到码（8 位）"
            value={code}
            onChange={setCode}
            placeholder="比如 K7M2 PX9A"
            max={20}
            problem={slipped ? '好像抄错了一个字，请再看一遍' : sign.error ? sentenceOf(sign.error) : undefined}
          />
          {inWechat && (
            <View className="buttons">
              <Button kind="plain" icon="camera" onTap={scan}>
                扫一扫
              </Button>
            </View>
          )}
          <View className="second">不会用手机的，请记录人替您签。</View>
        </View>
      </Card>
    </Page>
  );
}
