import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { Answer } from '../../../../components/page';
import { PhotoGrid } from '../../../../components/photo-grid';
import { access } from '../../../../components/tap/access';
import { useApi } from '../../../../hooks/use-api';
import { inWechat } from '../../../../services/platform';
import { cardWords, type Message } from '../../model/card-words';
import { AssistSummary } from '../assist';
import { TalkFoot } from '../talk-foot';
import './index.scss';

const everyMs = 4_000;

/** One resident's talk: everything said so far, also to the desk, and the way to answer. */
export function TalkColumn({ id, onFinished }: { id: string; onFinished: () => void }) {
  const query = useApi('workbench.conversation', { id }, { every: everyMs });
  return (
    <Answer query={query}>
      {({ conversation, messages }) => (
        <View className="talk">
          <View className="talk-head">
            <View className="strong">{conversation.personLabel}</View>
            <View className="small">
              {conversation.placeLabel} · {conversation.waitingText}
            </View>
          </View>
          <Messages messages={messages} />
          <AssistSummary about={{ conversationId: id }} />
          <TalkFoot conversation={conversation} onFinished={onFinished} />
        </View>
      )}
    </Answer>
  );
}

function Messages({ messages }: { messages: readonly Message[] }) {
  const last = messages.at(-1)?.id;
  useEffect(() => {
    if (!inWechat && last) document.getElementById(`said-${last}`)?.scrollIntoView({ block: 'nearest' });
  }, [last]);
  return (
    <View className="talk-messages" {...access({ role: 'log', label: '对话', live: true })}>
      {messages.map((message) => (
        <View key={message.id} id={`said-${message.id}`} className={`said said-${message.speaker.toLowerCase()}`}>
          <View className="said-who">
            {whoSaid(message)} · {message.atText}
          </View>
          {message.text && <View className="said-text">{message.text}</View>}
          {message.photos.length > 0 && <PhotoGrid photos={message.photos} />}
          {message.card && <View className="said-card">{cardWords(message.card)}</View>}
        </View>
      ))}
    </View>
  );
}

function whoSaid({ speaker, agentName }: Message): string {
  if (speaker === 'RESIDENT') return '居民';
  return speaker === 'BOT' ? '小翠' : (agentName ?? '工作人员');
}
