import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Sheet } from '../../../components/sheet';
import type { TopicDetail } from '../../../forum/types';
import { useCommand } from '../../../hooks/use-command';
import { acts, type TopicAct } from './acts';

/** The half-screen form of one act on a topic; what was written stays when sending fails. */
export function ActSheet({ topic, act, onClose }: { topic: TopicDetail; act: TopicAct; onClose: () => void }) {
  const { title, means, field, hint, done, least, danger, second } = acts[act];
  const [text, setText] = useState('');
  const [more, setMore] = useState('');
  const commands = {
    withdraw: useCommand('forum.withdraw', done),
    takeUp: useCommand('forum.takeUp', done),
    accept: useCommand('forum.accept', done),
    sendBack: useCommand('forum.sendBack', done),
    ruleOut: useCommand('forum.ruleOut', done),
    extend: useCommand('forum.extend', done),
    resubmit: useCommand('forum.resubmit', done),
  };
  const { id, version } = topic;
  const words = text.trim();
  const target = { id, version };
  const note = words ? { note: words } : {};
  const closing = { onSuccess: onClose };
  const send = () => {
    if (act === 'withdraw') commands.withdraw.mutate({ ...target, reason: words }, closing);
    if (act === 'takeUp') commands.takeUp.mutate({ ...target, note: words }, closing);
    if (act === 'accept') commands.accept.mutate({ ...target, ...note }, closing);
    if (act === 'sendBack') commands.sendBack.mutate({ ...target, reason: words }, closing);
    if (act === 'ruleOut') commands.ruleOut.mutate({ ...target, reason: words, instead: more.trim() }, closing);
    if (act === 'extend') commands.extend.mutate({ ...target, reason: words }, closing);
    if (act === 'resubmit') commands.resubmit.mutate({ ...target, ...note }, closing);
  };
  const { isPending, error } = commands[act];
  const isShort = words.length < least || (second !== undefined && more.trim().length < least);
  return (
    <Sheet
      title={title}
      onClose={onClose}
      foot={
        <Button kind={danger ? 'danger' : 'primary'} onTap={send} busy={isPending} disabled={isShort}>
          {title}
        </Button>
      }
    >
      <View className="second">{means}</View>
      <Field
        label={field}
        value={text}
        onChange={setText}
        placeholder={hint}
        long
        max={500}
        problem={error ? `${error.message}，您写的还在` : undefined}
      />
      {second && (
        <Field label={second.field} value={more} onChange={setMore} placeholder={second.hint} long max={500} />
      )}
    </Sheet>
  );
}
