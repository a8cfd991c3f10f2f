import { Textarea, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import { keep, recall } from '../../../../services/storage';
import { AssistDraft } from '../assist';
import type { QueuedTalk } from '../talk-list';
import './index.scss';

const keyOf = (id: string) => `staff.talk.${id}`;

/** Taking a talk over, answering in it, and giving it back. What was written stays on the phone until it has been sent. */
export function TalkFoot({ conversation, onFinished }: { conversation: QueuedTalk; onFinished: () => void }) {
  const { id, mode, mine, agentName } = conversation;
  const take = useCommand('workbench.takeConversation', '已接手，小翠先不说话');
  if (mode === 'HUMAN' && mine) return <Reply id={id} onFinished={onFinished} />;
  return (
    <View className="talk-foot">
      {mode === 'HUMAN' ? (
        <View className="second">{agentName ?? '同事'}正在接这段对话。</View>
      ) : (
        <Button onTap={() => take.mutate({ id })} busy={take.isPending}>
          接手
        </Button>
      )}
    </View>
  );
}

function Reply({ id, onFinished }: { id: string; onFinished: () => void }) {
  const [text, setText] = useState(() => recall<string>(keyOf(id)) ?? '');
  const reply = useCommand('workbench.reply');
  const finish = useCommand('workbench.finishConversation', '已结束，小翠接着服务');
  const write = (next: string) => {
    setText(next);
    keep(keyOf(id), next || undefined);
  };
  const send = () => {
    if (text.trim()) reply.mutate({ id, text: text.trim() }, { onSuccess: () => write('') });
  };
  return (
    <View className="talk-foot">
      {reply.error && <View className="field-problem">没有发出去：{sentenceOf(reply.error)}。您写的还在。</View>}
      <Textarea
        className="talk-input"
        value={text}
        placeholder="回复居民"
        maxlength={1000}
        autoHeight
        cursorSpacing={24}
        showConfirmBar={false}
        ariaLabel="回复居民"
        onInput={({ detail }) => write(detail.value)}
      />
      <AssistDraft about={{ conversationId: id }} written={text} onDraft={write} />
      <View className="buttons">
        <Button kind="plain" onTap={() => finish.mutate({ id }, { onSuccess: onFinished })} busy={finish.isPending}>
          结束人工
        </Button>
        <Button onTap={send} busy={reply.isPending} disabled={!text.trim()}>
          发送
        </Button>
      </View>
    </View>
  );
}
