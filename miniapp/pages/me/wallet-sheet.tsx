import { View } from '@tarojs/components';
import { walletWords } from '#shared/domain/notices/wallet';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { Notice } from '../../components/state';
import { useWallet } from '../../notices/use-wallet';

/** How often WeChat may still remind this person, kind by kind; each tap adds one. What it may not say is in the app all the same. */
export function WalletSheet({ onClose }: { onClose: () => void }) {
  const { items, canAsk, ask, busy } = useWallet(true);
  return (
    <Sheet
      title="微信提醒"
      onClose={onClose}
      foot={
        canAsk && (
          <View className="buttons">
            <Button icon="bell" onTap={() => void ask()} busy={busy}>
              再加一次
            </Button>
          </View>
        )
      }
    >
      {items.map(({ key, name, remaining }) => (
        <View key={key} className="me-device">
          <View className="me-line-label">
            <View>{name}</View>
            <View className="small">{walletWords(remaining)}</View>
          </View>
        </View>
      ))}
      {items.length === 0 && <Notice title="这里还没有开通微信提醒" detail="有进展会写在“通知”里。" />}
      <View className="small">
        微信规定：您同意一次，我们才能发一次。用完了也不要紧，所有进展都在“通知”里。想不再收，可以在微信的服务通知里关掉。
      </View>
    </Sheet>
  );
}
