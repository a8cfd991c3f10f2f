import { View } from '@tarojs/components';
import { useState } from 'react';
import { dayOf, instantAt } from '#shared/domain/time/clock';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Page } from '../../../../components/page';
import { goBack } from '../../../../components/page/top-bar';
import { useApi } from '../../../../hooks/use-api';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import '../../components/action-sheet/index.scss';
import { DateField } from '../../../../components/date-field';
import { type Place, PlaceChoice } from '../../components/place-choice';

const minuteMs = 60_000;
const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** A lecture that was held (法治讲座): where, when, about what, how many came. */
export default function LecturePage() {
  const { data } = useApi('advisor.agenda', { days: 1 });
  const [place, setPlace] = useState<Place>();
  const [topic, setTopic] = useState('');
  const [date, setDate] = useState(() => dayOf(new Date()));
  const [time, setTime] = useState('09:30');
  const [headcount, setHeadcount] = useState('');
  const [tried, setTried] = useState(false);
  const lecture = useCommand('advisor.lecture', '已记下');
  const chosen = place ?? data?.villages[0];
  const isCount = /^[1-9]\d{0,3}$/.test(headcount.trim());
  const send = () => {
    setTried(true);
    if (!chosen || topic.trim().length < 2 || !isCount) return;
    const heldAt = instantAt(date, minutesOf(time) * minuteMs).toISOString();
    lecture.mutate(
      { villageCode: chosen.code, topic: topic.trim(), heldAt, headcount: Number(headcount) },
      { onSuccess: goBack },
    );
  };
  return (
    <Page
      title="记一场讲座"
      foot={
        <Button onTap={send} busy={lecture.isPending}>
          记下
        </Button>
      }
    >
      {lecture.error && <View className="sheet-trouble">没有记下：{sentenceOf(lecture.error)}。您写的还在。</View>}
      <Field
        label="讲什么"
        value={topic}
        onChange={setTopic}
        placeholder="比如：土地流转合同怎么签"
        max={60}
        problem={tried && topic.trim().length < 2 ? '请至少写 2 个字' : undefined}
      />
      <DateField label="哪一天" mode="date" value={date} onChange={setDate} />
      <DateField label="几点开始" mode="time" value={time} onChange={setTime} />
      <Field
        label="来了多少人"
        value={headcount}
        onChange={setHeadcount}
        type="number"
        max={4}
        problem={tried && !isCount ? '写一个数字' : undefined}
      />
      <PlaceChoice
        label="在哪个村（社区）"
        near={data?.villages ?? []}
        chosen={chosen}
        onChoose={setPlace}
        problem={tried && !chosen ? '选一个村（社区）' : undefined}
      />
    </Page>
  );
}
