import { useState } from 'react';
import type { Output } from '#shared/contract';
import { exampleIntentLabels, exampleIntents, exampleLength, hasCategory } from '#shared/domain/learning/examples';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Sheet } from '../../../../components/sheet';
import { useApi } from '../../../../hooks/use-api';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import { ChoiceList } from '../../components/choice-list';

export type Example = Output<'learning.queue'>['items'][number];

type Intent = Example['intent'];
const intents = exampleIntents.map((key) => ({ key, name: exampleIntentLabels[key] }));

/** Words and labels of a sentence, put right before it is learnt. */
export function JudgeSheet({ example, onClose }: { example: Example; onClose: () => void }) {
  const [text, setText] = useState(example.text);
  const [intent, setIntent] = useState(example.intent);
  const [categoryCode, setCategoryCode] = useState(example.categoryCode);
  const { data } = useApi('categories.list', {});
  const categories = (data?.items ?? []).map(({ code, name, group }) => ({ key: code, name, hint: group }));
  const judge = useCommand('learning.judge', '采用了', true);
  const send = () =>
    judge.mutate({ id: example.id, accepted: true, text: text.trim(), intent, categoryCode }, { onSuccess: onClose });
  return (
    <Sheet
      title="采用这句话"
      onClose={onClose}
      foot={
        <Button onTap={send} busy={judge.isPending} disabled={text.trim().length < exampleLength.shortest}>
          采用
        </Button>
      }
    >
      <Field
        label="句子（再看一遍有没有能认出人的）"
        value={text}
        onChange={setText}
        long
        max={exampleLength.longest}
        problem={judge.error ? `${sentenceOf(judge.error)}，您改的还在` : undefined}
      />
      <ChoiceList label="想做什么" choices={intents} chosen={intent} onChoose={(key) => setIntent(key as Intent)} />
      {hasCategory(intent) && (
        <ChoiceList label="是哪一类" choices={categories} chosen={categoryCode ?? ''} onChoose={setCategoryCode} />
      )}
    </Sheet>
  );
}
