import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { useCommand } from '../../../../hooks/use-command';
import type { Agenda } from '../../advisor/week';
import type { Place } from '../place-choice';
import { SignInSheet } from './sign-in-sheet';
import './index.scss';

/** On site or not: signing in where one is, signing out when one leaves. */
export function PresenceCard({ visit, places }: { visit: Agenda['visit']; places: readonly Place[] }) {
  const [open, setOpen] = useState(false);
  const leave = useCommand('advisor.signOut', '已签离');
  return (
    <View className="presence">
      <View className="presence-words">
        <View className="strong">{visit ? `在${visit.villageLabel}` : '现在不在村'}</View>
        <View className="small">{visit ? visitWords(visit) : '到了村里先签到，工时从签到算起'}</View>
      </View>
      {visit ? (
        <Button kind="plain" onTap={() => leave.mutate({ id: visit.id })} busy={leave.isPending}>
          签离
        </Button>
      ) : (
        <Button kind="plain" icon="pin" onTap={() => setOpen(true)}>
          到村签到
        </Button>
      )}
      {open && <SignInSheet places={places} onClose={() => setOpen(false)} />}
    </View>
  );
}

const visitWords = ({ whenText, metres, qrOk }: NonNullable<Agenda['visit']>) =>
  [whenText, `离村（居）委会 ${metres} 米`, qrOk ? '扫过村里的码' : '没有扫码'].join(' · ');
