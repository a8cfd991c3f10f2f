import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { readDesktopCode } from '#shared/domain/identity/desktop';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Field } from '../../../../components/field';
import { Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import { inWechat } from '../../../../services/platform';

const back = () => void Taro.switchTab({ url: '/pages/me/index' });

/** 登录电脑: the phone scans or types what the computer shows, sees which computer asks, and says yes or no. */
export default function DesktopPage() {
  const [code, setCode] = useState('');
  const look = useCommand('auth.desktopLook', undefined, true);
  const answer = useCommand('auth.desktopAnswer', undefined, true);
  const slipped = code.replace(/^\s*CPD-/i, '').replace(/[\s-]/g, '').length >= 8 && !readDesktopCode(code);
  const seek = (given: string) => {
    setCode(given);
    if (readDesktopCode(given)) look.mutate({ code: given });
  };
  const scan = () => {
    Taro.scanCode({ onlyFromCamera: true }).then(
      ({ result }) => seek(result),
      () => undefined,
    );
  };
  const failure = answer.error ?? look.error;

  if (answer.data)
    return (
      <Page title="登录电脑">
        <Notice
          title={answer.variables?.agree ? '电脑登录了' : '没有让它登录'}
          detail={
            answer.variables?.agree
              ? '用完请在电脑上退出。人不在电脑旁，可以在“登录的设备”里让它马上下线。'
              : '如果不是您自己扫的码，没有别的事要做，对方进不来。'
          }
          next={{ label: '回到我的', onTap: back }}
        />
      </Page>
    );
  if (look.data && !failure)
    return (
      <Page title="登录电脑">
        <Card title="让这台电脑登录？">
          <View className="strong">{look.data.device}</View>
          <View className="second">
            {look.data.askedText}打开的登录页，登录以后 {look.data.hours} 小时自动退出。
          </View>
          <View className="second">只在您自己正坐在这台电脑前时确认。别人发来的码不要扫。</View>
          <View className="buttons">
            <Button kind="plain" onTap={() => answer.mutate({ code, agree: false })} busy={answer.isPending}>
              不是我
            </Button>
            <Button onTap={() => answer.mutate({ code, agree: true })} busy={answer.isPending}>
              确认登录
            </Button>
          </View>
        </Card>
      </Page>
    );
  return (
    <Page
      title="登录电脑"
      foot={
        <Button onTap={() => look.mutate({ code })} busy={look.isPending} disabled={!readDesktopCode(code)}>
          下一步
        </Button>
      }
    >
      <Card title="电脑上有一个登录码">
        <View className="fields">
          <Field
            label="登录码（8 位）"
            value={code}
            onChange={setCode}
            placeholder="比如 K7M2 PX9A"
            max={20}
            problem={slipped ? '好像抄错了一个字，请再看一遍' : failure ? sentenceOf(failure) : undefined}
          />
          {inWechat && (
            <View className="buttons">
              <Button kind="plain" icon="camera" onTap={scan}>
                扫一扫
              </Button>
            </View>
          )}
        </View>
      </Card>
    </Page>
  );
}
