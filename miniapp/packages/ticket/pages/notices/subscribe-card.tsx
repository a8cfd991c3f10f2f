import { View } from '@tarojs/components';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { useWallet } from '../../../../notices/use-wallet';

/** Asks whether the desk may send WeChat messages about this person's matters. Nothing where there is nobody to ask. */
export function SubscribeCard() {
  const { canAsk, ask, busy } = useWallet();
  if (!canAsk) return null;
  return (
    <Card>
      <View>有进展时用微信告诉您，要您同意一次发一次。</View>
      <View className="buttons notices-ask">
        <Button kind="plain" icon="bell" onTap={() => void ask()} busy={busy}>
          同意微信通知
        </Button>
      </View>
    </Card>
  );
}
