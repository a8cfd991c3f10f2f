import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { dayOf } from '#shared/domain/time/clock';
import { Button } from '../../../../components/button';
import { Segments } from '../../../../components/segments';
import { Sheet } from '../../../../components/sheet';
import { access } from '../../../../components/tap/access';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import {
  firstHours,
  type Hours,
  type HoursDraft,
  hoursProblems,
  keptLines,
  kinds,
  leaveOf,
  lineOf,
} from '../../advisor/hours';
import '../action-sheet/index.scss';
import { HoursFields } from './fields';
import './index.scss';

/** A new line: every week, on one day, on market days, or leave. What is written stays when it is refused. */
export function HoursSheet({ hours, onClose }: { hours: Hours; onClose: () => void }) {
  const [draft, setDraft] = useState<HoursDraft>(() => firstHours(dayOf(new Date()), hours.villages[0]));
  const [tried, setTried] = useState(false);
  const save = useCommand('advisor.saveHours', '已记下', true);
  const leave = useCommand('advisor.addLeave', undefined, true);
  const { kind } = draft;
  const gaps = hoursProblems(draft);
  const failed = kind === 'LEAVE' ? leave.error : save.error;
  const send = () => {
    setTried(true);
    if (Object.keys(gaps).length > 0) return;
    if (kind === 'LEAVE') {
      leave.mutate(leaveOf(draft), {
        onSuccess: ({ text }) => {
          void Taro.showToast({ title: text, icon: 'none', duration: 3000 });
          onClose();
        },
      });
      return;
    }
    const { version, limits, lines } = hours;
    save.mutate({ version, limits, lines: [...keptLines(lines), lineOf({ ...draft, kind })] }, { onSuccess: onClose });
  };
  return (
    <Sheet
      title="加一条安排"
      onClose={onClose}
      foot={
        <Button onTap={send} busy={save.isPending || leave.isPending}>
          {kind === 'LEAVE' ? '请假' : '记下'}
        </Button>
      }
    >
      <Segments
        items={kinds}
        answers="哪一种安排"
        value={kind}
        onChange={(next) => setDraft({ ...draft, kind: next })}
      />
      <View className="sheet-means">{kinds.find(({ value }) => value === kind)?.means}</View>
      {failed && (
        <View className="sheet-trouble" {...access({ role: 'alert' })}>
          没有记下：{sentenceOf(failed)}。您写的还在。
        </View>
      )}
      <HoursFields
        draft={draft}
        places={hours.villages}
        onChange={(part) => setDraft({ ...draft, ...part })}
        problems={tried ? gaps : {}}
      />
    </Sheet>
  );
}
