import { ScrollView, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Composer } from '../../chat/composer';
import { loadEarlier, say } from '../../chat/conversation';
import { Message, OwnWords } from '../../chat/message';
import { OpeningCards, OpeningFoot } from '../../chat/opening';
import { PersonStrip } from '../../chat/person-strip';
import { isActive } from '../../chat/thread';
import { Button } from '../../components/button';
import { Page } from '../../components/page';
import { Notice, Skeleton } from '../../components/state';
import { access } from '../../components/tap/access';
import { useElder } from '../../hooks/use-elder';
import { useScroll } from '../../hooks/use-scroll';
import { useThread } from '../../hooks/use-thread';
import { keep, recall } from '../../services/storage';
import './index.scss';

const longPauseMs = 10 * 60_000;

/** The desk: the talk is the product. */
export default function ChatPage() {
  const { thread, reopen } = useThread();
  const { elder } = useElder();
  const [text, setText] = useState(() => recall<string>('chat.draft') ?? '');
  const { props: scroll, toEnd, toTop, to } = useScroll('talk');
  const { opening, conversation, messages, outgoing, greetedAt, hasEarlier, problem } = thread;

  const older = messages.filter((message) => message.seq <= greetedAt);
  const newer = messages.filter((message) => message.seq > greetedAt);
  const newest = messages[messages.length - 1]?.seq ?? 0;
  const returning = older.length > 0;
  const untouched = newer.length === 0 && outgoing.length === 0;

  // Down to what was said last, or to the greeting when nothing was yet.
  useEffect(() => {
    const timer = setTimeout(() => {
      if (!untouched) toEnd();
      else if (returning) to('greeting');
      else toTop();
    }, 60);
    return () => clearTimeout(timer);
  }, [newest, outgoing.length, untouched, returning, elder, toEnd, toTop, to]);

  const earlier = () => {
    const first = messages[0];
    void loadEarlier().then(
      () => first && setTimeout(() => to(`m${first.seq}`), 60),
      () => undefined,
    );
  };
  const edit = (words: string) => {
    setText(words);
    keep('chat.draft', words || undefined);
  };
  const drawn = (list: typeof messages) =>
    list.map((message, place) => {
      const before = list[place - 1];
      const dated = before ? Date.parse(message.at) - Date.parse(before.at) > longPauseMs : true;
      return (
        <Message
          key={message.id}
          message={message}
          say={say}
          elder={elder}
          active={isActive(message, thread)}
          dated={dated}
        />
      );
    });

  return (
    <Page title="服务台" fill>
      <ScrollView
        id="talk"
        className="talk"
        scrollY
        {...scroll}
        {...access({ role: 'log', label: '和服务台的对话', live: true })}
      >
        <View className="talk-list">
          {hasEarlier && (
            <Button kind="quiet" className="talk-earlier" onTap={earlier}>
              看更早的消息
            </Button>
          )}
          {drawn(older)}
          {opening && <OpeningCards opening={opening} say={say} />}
          {!opening && !problem && <Skeleton rows={3} />}
          {problem && (
            <Notice
              title={problem}
              detail={opening ? undefined : '您要说的可以先写下，网络恢复后再送。急事请直接拨打 110、119、120。'}
              next={{ label: '重试', onTap: reopen }}
            />
          )}
          {drawn(newer)}
          {outgoing.map((own) => (
            <OwnWords key={own.key} own={own} onEdit={edit} />
          ))}
          {untouched && <OpeningFoot />}
        </View>
      </ScrollView>
      {conversation && conversation.mode !== 'BOT' && <PersonStrip conversation={conversation} say={say} />}
      <Composer
        placeholder={conversation?.placeholder || '说说您遇到的事'}
        text={text}
        setText={setText}
        say={say}
        withPerson={conversation !== undefined && conversation.mode !== 'BOT'}
      />
    </Page>
  );
}
