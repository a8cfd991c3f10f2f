import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { useCommand } from '../../../hooks/use-command';
import { goCall, goMeeting, goTask } from './go';
import { ReasonSheet } from './reason-sheet';
import type { Deliberation } from './types';

type Telling = 'disagree' | 'reopen' | 'finish';

const forms = {
  disagree: {
    title: '没有谈成',
    means: '议题到这里结束，原因附议的人都看得到。',
    hint: '比如：两户不同意，等新的图纸',
    danger: true,
  },
  reopen: {
    title: '回到商议',
    means: '还有分歧，再开一次会。附议的人会收到通知。',
    hint: '比如：还有几户没有说话',
    danger: false,
  },
  finish: {
    title: '都办完了',
    means: '提议人和附议的人会收到通知，请他们来评。',
    hint: '比如：车位划好了，牌子也立了',
    danger: false,
  },
} as const;

/** What those who run the talks and the work do next; nothing for anybody else. */
export function OwnerCard({ deliberation }: { deliberation: Deliberation }) {
  const { topicId, version, abilities, meetings, paper } = deliberation;
  const [telling, setTelling] = useState<Telling>();
  const commands = {
    disagree: useCommand('forum.disagree', '已说明'),
    reopen: useCommand('forum.reopen', '回到商议了'),
    finish: useCommand('forum.finish', '请大家来评了'),
  };
  const may = (ability: Deliberation['abilities'][number]) => abilities.includes(ability);
  const runs =
    meetings.some((meeting) =>
      meeting.abilities.some((ability) => ['open', 'signFor', 'note', 'photograph'].includes(ability)),
    ) ||
    may('writePaper') ||
    paper?.abilities.some((ability) => ability !== 'answer') === true;
  if (!runs && !['callMeeting', 'addTask', 'disagree', 'reopen'].some((one) => may(one as 'reopen'))) return null;
  const send = (words: string) => {
    const closing = { onSuccess: () => setTelling(undefined) };
    if (telling === 'finish') commands.finish.mutate({ topicId, version, note: words }, closing);
    if (telling === 'disagree') commands.disagree.mutate({ topicId, version, reason: words }, closing);
    if (telling === 'reopen') commands.reopen.mutate({ topicId, version, reason: words }, closing);
  };
  return (
    <View className="topic-deeds">
      {may('callMeeting') && <Button onTap={() => goCall(topicId)}>召集协商会</Button>}
      {runs && <Button onTap={() => goMeeting(topicId)}>开会和写结果</Button>}
      {may('addTask') && <Button onTap={() => goTask(topicId)}>分一项任务</Button>}
      {may('finish') && (
        <Button kind="plain" onTap={() => setTelling('finish')}>
          都办完了
        </Button>
      )}
      {may('reopen') && (
        <Button kind="plain" onTap={() => setTelling('reopen')}>
          回到商议
        </Button>
      )}
      {may('disagree') && (
        <Button kind="plain" onTap={() => setTelling('disagree')}>
          没有谈成
        </Button>
      )}
      {telling && (
        <ReasonSheet
          {...forms[telling]}
          busy={commands[telling].isPending}
          onSend={send}
          onClose={() => setTelling(undefined)}
        />
      )}
    </View>
  );
}
