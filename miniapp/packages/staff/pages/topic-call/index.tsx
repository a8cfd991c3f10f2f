import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { DateField } from '../../../../components/date-field';
import { Field } from '../../../../components/field';
import { Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { Tap } from '../../../../components/tap';
import { useApi } from '../../../../hooks/use-api';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import { ChoiceList } from '../../components/choice-list';
import { type CallForm, callInput, callProblems, emptyCall, type Invitee } from './form';

/** 召集协商会: when, where, about what, who chairs, who writes, who is asked. The notice goes out when it is called. */
export default function TopicCallPage() {
  const { id = '' } = useRouter().params;
  const topic = useApi('forum.deliberation', { topicId: id }, { enabled: id !== '' });
  const people = useApi('forum.inviteable', { topicId: id }, { enabled: id !== '' });
  const [form, setForm] = useState(() => emptyCall(new Date()));
  const [tried, setTried] = useState(false);
  const call = useCommand('forum.callMeeting', '通知发出去了', true);
  const change = (part: Partial<CallForm>) => setForm({ ...form, ...part });
  const gaps = callProblems(form, new Date());
  const problems = tried ? gaps : {};
  const known = people.data?.items ?? [];
  const send = () => {
    setTried(true);
    if (!topic.data || Object.keys(gaps).length > 0) return;
    call.mutate(callInput(form, { topicId: id, version: topic.data.version }, known), {
      onSuccess: () => void Taro.navigateBack(),
    });
  };
  if (topic.data && !topic.data.abilities.includes('callMeeting'))
    return (
      <Page title="召集协商会">
        <Notice title="现在不能召集" detail="已经有一场会在召集，或者议题不在公告和商议的时候。" />
      </Page>
    );
  return (
    <Page
      title="召集协商会"
      query={people}
      foot={
        <Button onTap={send} busy={call.isPending}>
          发通知
        </Button>
      }
    >
      {({ items }) => (
        <>
          {call.error && <View className="field-problem">{`${sentenceOf(call.error)}。您写的还在。`}</View>}
          <Card title="什么时候，在哪里">
            <View className="fields">
              <DateField
                label="哪天（要提前三天通知）"
                mode="date"
                value={form.day}
                onChange={(day) => change({ day })}
                problem={problems.day}
              />
              <DateField label="几点开始" mode="time" value={form.from} onChange={(from) => change({ from })} />
              <DateField label="几点结束" mode="time" value={form.to} onChange={(to) => change({ to })} />
              <Field
                label="地点"
                value={form.place}
                onChange={(place) => change({ place })}
                placeholder="比如：村委会议室、三组院坝"
                max={60}
                problem={problems.place}
              />
              <Field
                label="来不了的怎么参加（可不写）"
                value={form.online}
                onChange={(online) => change({ online })}
                placeholder="比如：在小程序里线上签到、发言"
                max={200}
              />
            </View>
          </Card>
          <Card title="商量什么">
            <Field
              label="议程，一行一项"
              value={form.agenda}
              onChange={(agenda) => change({ agenda })}
              placeholder={'车位划在哪里\n先到先停还是按户分'}
              long
              max={600}
              problem={problems.agenda}
            />
          </Card>
          <Card title="谁来开">
            <View className="fields">
              <Holder
                label="主持人"
                chosen={form.chairId}
                people={items}
                onChoose={(chairId) => change({ chairId })}
                problem={problems.chairId}
              />
              <Holder
                label="记录人"
                chosen={form.recorderId}
                people={items}
                onChoose={(recorderId) => change({ recorderId })}
                problem={problems.recorderId}
              />
            </View>
          </Card>
          <Card title={`请谁来（${form.invited.length} 人，提议人自动请）`}>
            {items.map((person) => (
              <Invite
                key={person.personId}
                person={person}
                on={form.invited.includes(person.personId)}
                onChange={(on) =>
                  change({
                    invited: on
                      ? [...form.invited, person.personId]
                      : form.invited.filter((one) => one !== person.personId),
                  })
                }
              />
            ))}
          </Card>
        </>
      )}
    </Page>
  );
}

function Holder({
  label,
  people,
  chosen,
  onChoose,
  problem,
}: {
  label: string;
  people: readonly Invitee[];
  chosen: string;
  onChoose: (id: string) => void;
  problem?: string;
}) {
  const choices = people
    .filter(({ maySit }) => maySit)
    .map(({ personId, name, postText }) => ({ key: personId, name, hint: postText }));
  return <ChoiceList label={label} choices={choices} chosen={chosen} onChoose={onChoose} problem={problem} />;
}

function Invite({
  person: { name, postText },
  on,
  onChange,
}: {
  person: Invitee;
  on: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <Tap
      className={`choice ${on ? 'choice-on' : ''}`}
      role="checkbox"
      checked={on}
      onTap={() => onChange(!on)}
      label={`${name}，${postText}`}
    >
      <View className="choice-name">{name}</View>
      <View className="choice-hint">{on ? '已请' : postText}</View>
    </Tap>
  );
}
