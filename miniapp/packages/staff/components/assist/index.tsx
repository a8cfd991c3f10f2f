import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Input } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { access } from '../../../../components/tap/access';
import { useApi } from '../../../../hooks/use-api';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import './index.scss';

/** Shorter words are easy enough. */
const least = 10;

type About = Pick<Input<'assist.write'>, 'ticketId' | 'conversationId'>;

/** Whether the writing assistant is there; nothing is shown when it is not. */
const useAssistant = () => useApi('assist.status', {}).data;

/** 总结: what a long letter or talk is about, labelled as generated. Reading it changes nothing. */
export function AssistSummary({ about }: { about: About }) {
  const status = useAssistant();
  const write = useCommand('assist.write');
  if (!status?.on) return null;
  return (
    <Card tight>
      <View className="assist-line">
        <Button
          kind="quiet"
          onTap={() => write.mutate({ kind: 'summary', ...about })}
          busy={write.isPending}
          disabled={status.left < 1}
        >
          总结
        </Button>
        <View className="small">{status.left < 1 ? '写作助手今天的次数用完了' : '电话、证件、姓名会先隐去'}</View>
      </View>
      {write.error && <View className="field-problem">{sentenceOf(write.error)}</View>}
      {write.data && (
        <View {...access({ role: 'status' })}>
          <View className="assist-text">{write.data.text}</View>
          <View className="assist-label">{write.data.label}</View>
        </View>
      )}
    </Card>
  );
}

/**
 * 起草回复 puts a draft into the field, behind what is written there; 说得更简单些 puts easier words in the place of what is written, and gives it back when asked. A
 * person changes and sends it.
 */
export function AssistDraft({
  about,
  written,
  onDraft,
}: {
  about: About;
  written: string;
  onDraft: (text: string) => void;
}) {
  const status = useAssistant();
  const write = useCommand('assist.write');
  const [label, setLabel] = useState('');
  const [before, setBefore] = useState<string>();
  if (!status?.on) return null;
  const draft = () =>
    write.mutate(
      { kind: 'reply', ...about },
      {
        onSuccess: (made) => {
          setLabel(made.label);
          setBefore(undefined);
          onDraft(written.trim() ? `${written.trim()}\n${made.text}` : made.text);
        },
      },
    );
  const ease = () =>
    write.mutate(
      { kind: 'easier', text: written.trim(), ...about },
      {
        onSuccess: (made) => {
          setLabel(made.label);
          setBefore(written);
          onDraft(made.text);
        },
      },
    );
  const takeBack = () => {
    onDraft(before ?? written);
    setBefore(undefined);
  };
  return (
    <View>
      <View className="assist-line">
        <Button kind="quiet" onTap={draft} busy={write.isPending} disabled={status.left < 1}>
          起草回复
        </Button>
        {written.trim().length >= least && before === undefined && (
          <Button kind="quiet" onTap={ease} busy={write.isPending} disabled={status.left < 1}>
            说得更简单些
          </Button>
        )}
        {before !== undefined && (
          <Button kind="quiet" onTap={takeBack}>
            改回来
          </Button>
        )}
        {label && <View className="assist-label">{label}</View>}
      </View>
      {write.error && <View className="field-problem">{sentenceOf(write.error)}</View>}
    </View>
  );
}
