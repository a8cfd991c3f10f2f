import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card, Row } from '../../../../components/card';
import { Field } from '../../../../components/field';
import { Sheet } from '../../../../components/sheet';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import { type Hours, keptLines } from '../../advisor/hours';
import '../../components/action-sheet/index.scss';

type Limit = keyof Hours['limits'];

const limitWords: readonly { key: Limit; label: string; ask: string; unit: string }[] = [
  { key: 'slotMinutes', label: '一次谈', ask: '一次谈多久', unit: '分钟' },
  { key: 'bufferMinutes', label: '间隔', ask: '两次之间空多久', unit: '分钟' },
  { key: 'noticeHours', label: '提前', ask: '至少提前多久约', unit: '小时' },
  { key: 'windowDays', label: '最远', ask: '最远约到多久以后', unit: '天' },
  { key: 'dailyLimit', label: '一天', ask: '一天最多几个', unit: '个' },
];

/** Within which limits one can be booked, and changing them. */
export function LimitsCard({ hours }: { hours: Hours }) {
  const [open, setOpen] = useState(false);
  return (
    <Card title="预约限制">
      {limitWords.map(({ key, label, unit }) => (
        <Row key={key} label={label}>
          {hours.limits[key]} {unit}
        </Row>
      ))}
      <View className="buttons hours-limits">
        <Button kind="plain" onTap={() => setOpen(true)}>
          改限制
        </Button>
      </View>
      {open && <LimitsSheet hours={hours} onClose={() => setOpen(false)} />}
    </Card>
  );
}

const isCount = (text: string) => /^\d{1,3}$/.test(text.trim());

function LimitsSheet({ hours: { version, limits, lines }, onClose }: { hours: Hours; onClose: () => void }) {
  const [written, setWritten] = useState<Partial<Record<Limit, string>>>({});
  const save = useCommand('advisor.saveHours', '已记下', true);
  const of = (key: Limit) => written[key] ?? String(limits[key]);
  const send = () => {
    const next = {
      slotMinutes: Number(of('slotMinutes')),
      bufferMinutes: Number(of('bufferMinutes')),
      noticeHours: Number(of('noticeHours')),
      windowDays: Number(of('windowDays')),
      dailyLimit: Number(of('dailyLimit')),
    };
    save.mutate({ version, limits: next, lines: keptLines(lines) }, { onSuccess: onClose });
  };
  return (
    <Sheet
      title="改限制"
      onClose={onClose}
      foot={
        <Button onTap={send} busy={save.isPending} disabled={limitWords.some(({ key }) => !isCount(of(key)))}>
          记下
        </Button>
      }
    >
      {save.error && <View className="sheet-trouble">没有记下：{sentenceOf(save.error)}。您写的还在。</View>}
      {limitWords.map(({ key, ask, unit }) => (
        <Field
          key={key}
          label={`${ask}（${unit}）`}
          value={of(key)}
          onChange={(value) => setWritten({ ...written, [key]: value })}
          type="number"
          max={3}
          problem={isCount(of(key)) ? undefined : '写一个数字'}
        />
      ))}
    </Sheet>
  );
}
