import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { addDays, dayOf } from '#shared/domain/time/clock';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { DateField } from '../../../../components/date-field';
import { Field } from '../../../../components/field';
import { Page } from '../../../../components/page';
import { Tap } from '../../../../components/tap';
import { useApi } from '../../../../hooks/use-api';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import { ChoiceList } from '../../components/choice-list';
import { CategoryChoice } from '../report-for/category-choice';
import '../report-for/index.scss';

/** 分任务: an agreement becomes a ticket of the unit that leads it, with its limit and who helps. */
export default function TopicTaskPage() {
  const { id = '' } = useRouter().params;
  const topic = useApi('forum.deliberation', { topicId: id }, { enabled: id !== '' });
  const people = useApi('forum.inviteable', { topicId: id }, { enabled: id !== '' });
  const [form, setForm] = useState({
    ...{ title: '', description: '', categoryCode: '', leadUnit: '', helper: '', request: '' },
    dueOn: addDays(dayOf(new Date()), 30),
  });
  const [tried, setTried] = useState(false);
  const add = useCommand('forum.addTask', '分下去了', true);
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const units = (people.data?.units ?? []).map(({ code, name }) => ({ key: code, name }));
  const gaps: Partial<Record<keyof typeof form, string>> = {
    ...(form.title.trim().length < 4 && { title: '至少写 4 个字' }),
    ...(form.description.trim().length < 4 && { description: '写清楚要办什么' }),
    ...(!form.categoryCode && { categoryCode: '请选分类' }),
    ...(!form.leadUnit && { leadUnit: '请选牵头单位' }),
    ...(form.dueOn < dayOf(new Date()) && { dueOn: '时限要从今天往后' }),
    ...(form.helper && form.request.trim().length < 4 && { request: '写清楚请他们做什么' }),
  };
  const problems = tried ? gaps : {};
  const send = () => {
    setTried(true);
    if (Object.keys(gaps).length > 0) return;
    add.mutate(
      {
        ...{ topicId: id, title: form.title.trim(), description: form.description.trim() },
        ...{ categoryCode: form.categoryCode, leadUnit: form.leadUnit, dueOn: form.dueOn },
        assists: form.helper ? [{ unitCode: form.helper, request: form.request.trim() }] : [],
      },
      { onSuccess: () => void Taro.navigateBack() },
    );
  };
  const agreements = topic.data?.paper?.agreements ?? [];
  return (
    <Page
      title="分一项任务"
      query={people}
      foot={
        <Button onTap={send} busy={add.isPending}>
          分下去
        </Button>
      }
    >
      {() => (
        <>
          {add.error && <View className="field-problem">{`${sentenceOf(add.error)}。您写的还在。`}</View>}
          {agreements.length > 0 && (
            <Card title="会上定的，点一条填进来">
              {agreements.map((one) => (
                <Tap
                  key={one}
                  className={`choice ${form.description === one ? 'choice-on' : ''}`}
                  onTap={() => change({ title: one.slice(0, 40), description: one })}
                  label={one}
                >
                  <View className="choice-name">{one}</View>
                </Tap>
              ))}
            </Card>
          )}
          <Card title="办什么">
            <View className="fields">
              <Field
                label="任务"
                value={form.title}
                onChange={(title) => change({ title })}
                max={40}
                problem={problems.title}
              />
              <Field
                label="办到什么样"
                value={form.description}
                onChange={(description) => change({ description })}
                long
                max={1000}
                problem={problems.description}
              />
              <CategoryChoice
                chosen={form.categoryCode}
                onChoose={(categoryCode) => change({ categoryCode })}
                problem={problems.categoryCode}
              />
              <DateField
                label="什么时候办完"
                mode="date"
                value={form.dueOn}
                onChange={(dueOn) => change({ dueOn })}
                problem={problems.dueOn}
              />
            </View>
          </Card>
          <Card title="谁来办">
            <ChoiceList
              label="牵头单位"
              choices={units}
              chosen={form.leadUnit}
              onChoose={(leadUnit) => change({ leadUnit })}
              problem={problems.leadUnit}
            />
          </Card>
          <Card title="请谁协办（可不选）">
            <View className="fields">
              <ChoiceList
                label="协办单位"
                choices={units.filter(({ key }) => key !== form.leadUnit)}
                chosen={form.helper}
                onChoose={(helper) => change({ helper: helper === form.helper ? '' : helper })}
              />
              {form.helper && (
                <Field
                  label="请他们做什么"
                  value={form.request}
                  onChange={(request) => change({ request })}
                  max={200}
                  problem={problems.request}
                />
              )}
            </View>
          </Card>
        </>
      )}
    </Page>
  );
}
