import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../components/button';
import { Icon } from '../components/icon';
import { PhotoGrid } from '../components/photo-grid';
import { Tap } from '../components/tap';
import { canSpeak, hush, speak } from '../services/speech';
import { CardView } from './cards/card-view';
import { sayAgain, takeBack } from './conversation';
import type { ChatMessage, Outgoing, Say } from './types';
import './message.scss';

export interface MessageProps {
  message: ChatMessage;
  say: Say;
  elder: boolean;
  active: boolean;
  /** The time stands above when some while has passed since the message before. */
  dated: boolean;
}

/** One thing said: the person's own in the accent, the desk's as plain text with its card, a colleague's with a name. */
export function Message({ message, say, elder, active, dated }: MessageProps) {
  const { speaker, text, card, photos, agentName, atText } = message;
  return (
    <View id={`m${message.seq}`} className="said">
      {dated && <View className="said-when">{atText}</View>}
      {speaker === 'RESIDENT' ? (
        <View className="said-own">
          {text && <View className="bubble">{text}</View>}
          {photos.length > 0 && <PhotoGrid photos={photos} />}
        </View>
      ) : (
        <>
          {speaker === 'AGENT' && <View className="said-name">{agentName ?? '工作人员'}</View>}
          {text && (
            <View className={speaker === 'AGENT' ? 'said-agent' : 'said-bot'}>
              <View className="said-text">{text}</View>
              {elder && <ReadAloud text={text} />}
            </View>
          )}
          {photos.length > 0 && <PhotoGrid photos={photos} />}
          {card && <CardView card={card} say={say} elder={elder} active={active} />}
        </>
      )}
    </View>
  );
}

function ReadAloud({ text }: { text: string }) {
  const [reading, setReading] = useState(false);
  if (!canSpeak()) return null;
  const toggle = () => {
    if (reading) hush();
    else speak(text, () => setReading(false));
    setReading(!reading);
  };
  return (
    <Tap className="read-aloud" onTap={toggle} label={reading ? '停止朗读' : '读给我听'}>
      <Icon name={reading ? 'stop' : 'sound'} />
      <View>{reading ? '停' : '读给我听'}</View>
    </Tap>
  );
}

/** What the person just said: it stands at once, and stays with its words when it could not be sent. */
export function OwnWords({ own, onEdit }: { own: Outgoing; onEdit: (text: string) => void }) {
  const failed = own.state === 'failed';
  return (
    <View className="said">
      <View className="said-own">
        <View className={`bubble ${failed ? 'bubble-failed' : 'bubble-sending'}`}>{own.label}</View>
        {own.paths.length > 0 && !failed && own.uploaded.length < own.paths.length && (
          <View className="small">正在上传 {own.percent ?? 0}%</View>
        )}
        {failed && (
          <>
            <View className="said-problem">{own.problem ?? '没有送到'}</View>
            <View className="said-again">
              <Button
                kind="quiet"
                onTap={() => onEdit(takeBack(own.key))}
                label={own.sent.text ? '改一改再说' : '不发了'}
              >
                {own.sent.text ? '改一改' : '不发了'}
              </Button>
              <Button kind="quiet" onTap={() => sayAgain(own.key)}>
                重试
              </Button>
            </View>
          </>
        )}
      </View>
    </View>
  );
}
