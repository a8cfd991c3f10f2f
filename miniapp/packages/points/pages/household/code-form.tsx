import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { readInviteCode } from '#shared/domain/households/codes';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Field } from '../../../../components/field';
import { useApi } from '../../../../hooks/use-api';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import { inWechat } from '../../../../services/platform';
import { BornField } from './born-field';

/** In by the head's one-time code, scanned or typed. */
export function CodeForm({ given }: { given: string }) {
  const [text, setText] = useState(given);
  const [born, setBorn] = useState('');
  const code = readInviteCode(text);
  const seen = useApi('households.invited', { code: code ?? '' }, { enabled: Boolean(code) });
  const accept = useCommand('households.accept', '入户了', true);
  const slipped = text.replace(/^\s*CPH-/i, '').replace(/[\s-]/g, '').length >= 10 && !code;
  const failure = (code && seen.error) || accept.error;
  const problem = slipped ? '好像抄错了一个字，请再看一遍' : failure ? sentenceOf(failure) : undefined;
  const scan = () => {
    Taro.scanCode({ onlyFromCamera: false, scanType: ['qrCode'] }).then(
      ({ result }) => setText(result),
      () => undefined,
    );
  };
  return (
    <>
      <Card title="请户主给您看邀请码">
        <View className="fields">
          {inWechat && (
            <Button icon="camera" onTap={scan}>
              扫邀请码
            </Button>
          )}
          <Field
            label="邀请码（10 位）"
            value={text}
            onChange={(value) => {
              accept.reset();
              setText(value);
            }}
            placeholder="比如 K7M2 PX9A 3H"
            max={24}
            {...(problem && { problem })}
          />
        </View>
      </Card>
      {code && seen.data && !seen.error && (
        <Card title={seen.data.name}>
          <View className="second">
            {seen.data.placeLabel} · 户号 {seen.data.code}
          </View>
          <View className="fields household-deeds">
            <BornField value={born} onChange={setBorn} />
            <Button busy={accept.isPending} onTap={() => accept.mutate({ code, ...(born && { bornOn: born }) })}>
              入这一户
            </Button>
          </View>
        </Card>
      )}
    </>
  );
}
