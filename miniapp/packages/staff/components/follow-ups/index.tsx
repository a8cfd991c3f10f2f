import { View } from '@tarojs/components';
import type { BookingDetail } from '../../../../booking/types';
import { Button } from '../../../../components/button';
import { Chip } from '../../../../components/chip';
import { Tap } from '../../../../components/tap';
import { useCommand } from '../../../../hooks/use-command';
import './index.scss';

type Task = BookingDetail['followUps'][number];

/** What the advisor still has to do after talks; `onOpen` opens the talk a task belongs to. Nothing when there is none. */
export function FollowUps({ tasks, onOpen }: { tasks: readonly Task[]; onOpen?: (bookingId: string) => void }) {
  if (tasks.length === 0) return null;
  return (
    <View className="follow-ups">
      {tasks.map((task) => (
        <FollowUpRow key={task.id} task={task} onOpen={onOpen} />
      ))}
    </View>
  );
}

function FollowUpRow({ task, onOpen }: { task: Task; onOpen: ((bookingId: string) => void) | undefined }) {
  const { id, bookingId, text, dueText, overdue, doneText } = task;
  const finish = useCommand('advisor.finishFollowUp', '已办完');
  const words = (
    <>
      <View>{text}</View>
      <View className="small">{doneText ?? dueText}</View>
    </>
  );
  return (
    <View className="follow-up">
      {onOpen ? (
        <Tap className="follow-up-words" onTap={() => onOpen(bookingId)} label={`${text}，${dueText}`}>
          {words}
        </Tap>
      ) : (
        <View className="follow-up-words">{words}</View>
      )}
      {overdue && <Chip tone="red">过期了</Chip>}
      {!doneText && (
        <Button kind="quiet" onTap={() => finish.mutate({ id })} busy={finish.isPending} label={`办完了：${text}`}>
          办完了
        </Button>
      )}
    </View>
  );
}
