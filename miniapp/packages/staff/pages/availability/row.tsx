import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { useCommand } from '../../../../hooks/use-command';
import { type Hours, type HoursLine, keptLines } from '../../advisor/hours';

/** One line of hours or leave, and taking it away after asking once. */
export function HoursRow({ line: { id, kind, text, note }, hours }: { line: HoursLine; hours: Hours }) {
  const [sure, setSure] = useState(false);
  const save = useCommand('advisor.saveHours', '已删掉');
  const back = useCommand('advisor.removeLeave', '已销假');
  const isLeave = kind === 'LEAVE';
  const words = isLeave ? '销假' : '删掉';
  const { version, limits, lines } = hours;
  const drop = () => (isLeave ? back.mutate({ id }) : save.mutate({ version, limits, lines: keptLines(lines, id) }));
  return (
    <View className="hours-line">
      <View className="hours-line-words">
        <View>{text}</View>
        {note && <View className="small">{note}</View>}
        {sure && (
          <View className="small">{isLeave ? '这几天又可以约了。' : '以后约不到这个时间，已经约好的还在。'}</View>
        )}
      </View>
      {sure && (
        <Button kind="quiet" onTap={() => setSure(false)}>
          留着
        </Button>
      )}
      <Button
        kind="quiet"
        onTap={sure ? drop : () => setSure(true)}
        busy={save.isPending || back.isPending}
        label={sure ? words : `${words}：${text}`}
      >
        {words}
      </Button>
    </View>
  );
}
