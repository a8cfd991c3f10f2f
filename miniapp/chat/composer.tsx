import { Input, View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../components/icon';
import { Tap } from '../components/tap';
import { inner } from '../components/tap/access';
import { useElder } from '../hooks/use-elder';
import { canListen, listen } from '../services/speech';
import { keep } from '../services/storage';
import { sayPhotos } from './cards/photo-card';
import type { Say } from './types';
import './composer.scss';

export interface ComposerProps {
  placeholder: string;
  text: string;
  setText: (text: string) => void;
  say: Say;
  /** A person is already in the talk or has been called, so there is nobody more to ask for. */
  withPerson: boolean;
}

/** Where people say things: by voice where the phone can, by words, by photos, or to a person. */
export function Composer({ placeholder, text, setText, say, withPerson }: ComposerProps) {
  const { elder } = useElder();
  const [listening, setListening] = useState(false);
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);

  const change = (next: string) => {
    setText(next);
    keep('chat.draft', next || undefined);
  };
  const send = () => {
    const said = text.trim();
    if (!said) return;
    change('');
    say({ text: said }, said);
  };
  const talk = () => {
    if (listening) return stop.current();
    setListening(true);
    stop.current = listen((heard) => {
      setListening(false);
      if (heard.trim()) say({ text: heard.trim(), voice: true }, heard.trim());
    });
  };
  const hears = canListen();

  return (
    <View className="composer">
      {elder && hears && (
        <Tap className="composer-talk" onTap={talk} label={listening ? '说完了' : '点一下说话'}>
          <Icon name={listening ? 'stop' : 'mic'} tone="white" />
          <View>{listening ? '说完点这里' : '点一下说话'}</View>
        </Tap>
      )}
      <View className="composer-line">
        {hears && !elder && (
          <Tap className="composer-round" onTap={talk} label={listening ? '说完了' : '说话'}>
            <Icon name={listening ? 'stop' : 'mic'} />
          </Tap>
        )}
        <Input
          className="composer-input"
          value={text}
          placeholder={listening ? '正在听，说完点左边' : placeholder}
          placeholderClass="composer-hint"
          maxlength={2000}
          confirmType="send"
          confirmHold
          cursorSpacing={16}
          ariaLabel="说说您遇到的事"
          {...inner({ label: '说说您遇到的事' })}
          onInput={(event) => change(event.detail.value)}
          onConfirm={send}
        />
        {text.trim() ? (
          <Tap className="composer-round composer-send" onTap={send} label="发送" id="send">
            <Icon name="send" tone="white" />
          </Tap>
        ) : (
          <Tap className="composer-round composer-plain" onTap={() => void sayPhotos(9, say)} label="发照片" id="photo">
            <Icon name="plus" tone="muted" />
          </Tap>
        )}
        {!withPerson && (
          <Tap className="composer-person" onTap={() => say({ action: 'human' }, '转人工')} label="转人工" id="human">
            转人工
          </Tap>
        )}
      </View>
    </View>
  );
}
