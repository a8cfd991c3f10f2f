import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Chip } from '../../../components/chip';
import { PhotoGrid } from '../../../components/photo-grid';
import { useCommand } from '../../../hooks/use-command';
import { goTicket } from './go';
import { ReasonSheet } from './reason-sheet';
import type { Deliberation, Task } from './types';

/** How what was agreed is carried out: all together, and task by task with who leads, until when, and pictures. */
export function ProgressCard({ progress: { percent, tasks } }: { progress: Deliberation['progress'] }) {
  return (
    <Card title="办得怎么样">
      <View className="progress-head">
        <View className="progress-figure">{percent}%</View>
        <View className="second">{tasks.length ? `${tasks.length} 项任务` : '任务还没有分下去'}</View>
      </View>
      <Bar percent={percent} />
      {tasks.map((task) => (
        <TaskLine key={task.id} task={task} />
      ))}
    </Card>
  );
}

function Bar({ percent }: { percent: number }) {
  return (
    <View className="progress-bar">
      <View className="progress-fill" style={{ width: `${percent}%` }} />
    </View>
  );
}

function TaskLine({ task }: { task: Task }) {
  const { id, title, leadUnitName, statusText, dueText, overdue, lastText, photos, helperCount, helping, dropReason } =
    task;
  const [dropping, setDropping] = useState(false);
  const help = useCommand('forum.helpTask', '谢谢，牵头单位会看到');
  const drop = useCommand('forum.dropTask', '撤掉了');
  const done = task.percent === 100;
  return (
    <View className="task">
      <View className="meet-head">
        <View className="task-title">{title}</View>
        <Chip tone={overdue ? 'red' : done ? 'jade' : 'amber'}>{overdue ? `${statusText} · 超时` : statusText}</Chip>
      </View>
      <View className="second">{[leadUnitName, done ? '' : dueText].filter(Boolean).join(' · ')}</View>
      <Bar percent={dropReason ? 0 : task.percent} />
      {dropReason ? (
        <View className="second">{dropReason}</View>
      ) : (
        lastText && <View className="small">{lastText}</View>
      )}
      {photos.length > 0 && (
        <PhotoGrid
          photos={photos.map((photo, at) => ({ ...photo, id: `${id}${at}`, width: 0, height: 0, takenText: '' }))}
          captions
        />
      )}
      {(helperCount > 0 || helping) && (
        <View className="small">{`同心服务团 ${helperCount} 人来帮忙${helping ? '，有您' : ''}`}</View>
      )}
      <View className="task-deeds">
        {task.mayHelp && (
          <Button kind="quiet" onTap={() => help.mutate({ id })} busy={help.isPending}>
            我们来搭把手
          </Button>
        )}
        {task.ticketId && (
          <Button kind="quiet" onTap={() => goTicket(task.ticketId ?? '')}>
            打开工单
          </Button>
        )}
        {task.mayDrop && (
          <Button kind="quiet" onTap={() => setDropping(true)}>
            撤掉这一项
          </Button>
        )}
      </View>
      {dropping && (
        <ReasonSheet
          title="撤掉这一项"
          means="原因大家都看得到。一般要另外分一项。"
          hint="比如：换成请供电公司来装"
          danger
          busy={drop.isPending}
          onSend={(reason) => drop.mutate({ id, reason }, { onSuccess: () => setDropping(false) })}
          onClose={() => setDropping(false)}
        />
      )}
    </View>
  );
}
