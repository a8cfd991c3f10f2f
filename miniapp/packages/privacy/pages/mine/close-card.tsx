import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract';
import { closingDays } from '#shared/domain/privacy/closing';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Sheet } from '../../../../components/sheet';
import { useCommand } from '../../../../hooks/use-command';

type Closing = Output<'privacy.overview'>['closing'];
type Kind = Output<'privacy.overview'>['items'][number];

/** 注销账号: asked for here, undone here until it is done. */
export function CloseCard({ closing, kinds }: { closing: Closing; kinds: readonly Kind[] }) {
  const [asking, setAsking] = useState(false);
  const undo = useCommand('privacy.undoClosing', '账号照常用');
  return (
    <Card title="注销账号">
      <View className="second">
        {closing
          ? `您的账号会在${closing.untilText}注销。到那时以前照常可以用，也可以撤销。`
          : `提出以后等 ${closingDays} 天，这期间可以撤销。到期后能认出您的信息都删除，不能恢复。`}
      </View>
      <View className="buttons privacy-deeds">
        {closing ? (
          <Button onTap={() => undo.mutate({})} busy={undo.isPending}>
            不注销了
          </Button>
        ) : (
          <Button kind="quiet" onTap={() => setAsking(true)}>
            我要注销
          </Button>
        )}
      </View>
      {asking && <CloseSheet kinds={kinds} onClose={() => setAsking(false)} />}
    </Card>
  );
}

function CloseSheet({ kinds, onClose }: { kinds: readonly Kind[]; onClose: () => void }) {
  const close = useCommand('privacy.close', '已经提出，到期前可以撤销');
  const some = kinds.filter(({ rows }) => rows > 0);
  return (
    <Sheet title="注销账号" onClose={onClose}>
      <View className="second">姓名、称呼、手机号、微信标识、照片和对话都会删除。您现有的记录会这样处理：</View>
      {some.map(({ title, rows, afterLeaving }) => (
        <View key={title} className="privacy-kind">
          <View className="privacy-kind-head">
            <View className="strong">{title}</View>
            <View className="second">{rows} 条</View>
          </View>
          <View className="small">{afterLeaving}</View>
        </View>
      ))}
      <View className="buttons privacy-deeds">
        <Button onTap={() => close.mutate({ understood: true }, { onSuccess: onClose })} busy={close.isPending}>
          {`我明白了，${closingDays} 天后注销`}
        </Button>
        <Button kind="quiet" onTap={onClose}>
          先不注销
        </Button>
      </View>
    </Sheet>
  );
}
