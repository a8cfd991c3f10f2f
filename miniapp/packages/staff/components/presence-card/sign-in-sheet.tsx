import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Sheet } from '../../../../components/sheet';
import { access } from '../../../../components/tap/access';
import { useCommand } from '../../../../hooks/use-command';
import { canScan, hereNow, scanCode } from '../../advisor/here';
import { type Place, PlaceChoice } from '../place-choice';
import '../action-sheet/index.scss';

/** 到点签到: which village, its QR code, and where this device is. The position is taken once, on tapping. */
export function SignInSheet({ places, onClose }: { places: readonly Place[]; onClose: () => void }) {
  const [place, setPlace] = useState<Place | undefined>(places[0]);
  const [qr, setQr] = useState('');
  const [finding, setFinding] = useState(false);
  const [trouble, setTrouble] = useState('');
  const signIn = useCommand('advisor.signIn', undefined, true);

  const send = async () => {
    if (!place) return setTrouble('先选到了哪个村（社区）');
    setTrouble('');
    setFinding(true);
    const position = await hereNow().catch(() => undefined);
    setFinding(false);
    if (!position) return setTrouble('没有取到位置。请打开定位后再签到。');
    signIn.mutate(
      { villageCode: place.code, ...position, ...(qr.trim() ? { code: qr.trim() } : {}) },
      {
        onSuccess: ({ metres, qrOk }) => {
          const title = `签上了，离村（居）委会 ${metres} 米${qrOk ? '' : '，没有扫村里的码'}`;
          void Taro.showToast({ title, icon: 'none', duration: 3000 });
          onClose();
        },
      },
    );
  };
  const problem = trouble || (signIn.error ? `没有签上：${signIn.error.message}` : '');
  return (
    <Sheet
      title="到村签到"
      onClose={onClose}
      foot={
        <Button icon="pin" onTap={() => void send()} busy={finding || signIn.isPending}>
          取位置并签到
        </Button>
      }
    >
      <View className="sheet-means">离村（居）委会 500 米内才算到点，村里还会确认一次。位置只在签到时取一次。</View>
      {problem && (
        <View className="sheet-trouble" {...access({ role: 'alert' })}>
          {problem}
        </View>
      )}
      <PlaceChoice label="到了哪个村（社区）" near={places} chosen={place} onChoose={setPlace} />
      {canScan ? (
        <Button kind="plain" onTap={() => void scanCode().then((read) => read && setQr(read))}>
          {qr ? '村二维码已读到，重扫' : '扫村二维码'}
        </Button>
      ) : (
        <Field label="村二维码下面的字（可不写）" value={qr} onChange={setQr} max={80} />
      )}
    </Sheet>
  );
}
