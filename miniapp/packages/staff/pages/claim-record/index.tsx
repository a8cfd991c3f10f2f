import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { dayOf } from '#shared/domain/time/clock';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { DateField } from '../../../../components/date-field';
import { Field } from '../../../../components/field';
import { Answer, Page } from '../../../../components/page';
import { PhotoGrid } from '../../../../components/photo-grid';
import { Segments } from '../../../../components/segments';
import { useApi } from '../../../../hooks/use-api';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import { useUploads } from '../../../../hooks/use-uploads';
import { RuleChoices } from '../../../../points/choices';
import { type Household, HouseholdChoice } from '../../components/household-choice';

const ways = [
  { value: 'more', label: '加分' },
  { value: 'warn', label: '先提醒' },
  { value: 'less', label: '扣分' },
] as const;
type Way = (typeof ways)[number]['value'];

const hints: Readonly<Record<Way, string>> = {
  more: '做了什么，比如：带头清理了三组的水沟',
  warn: '怎么提醒的，比如：当面说了垃圾要放进桶里',
  less: '提醒以后又怎么了，比如：21 日早上还是倒在路边',
};

/** 记一件积分的事: staff enter what a household has done, warn it, or enter what takes points after a warning. */
export default function ClaimRecordPage() {
  const [household, setHousehold] = useState<Household>();
  const [way, setWay] = useState<Way>('more');
  const [ruleItemId, setRule] = useState('');
  const [text, setText] = useState('');
  const [happenedOn, setDay] = useState(dayOf(new Date()));
  const uploads = useUploads('OTHER');
  const record = useCommand('claims.record', '交给评议小组了', true);
  const warn = useCommand('claims.warn', '提醒发给这一户了', true);
  const failure = way === 'warn' ? warn.error : record.error;
  const missing = missingOf(household, ruleItemId, text, way !== 'warn' && uploads.photos.length === 0);

  const send = () => {
    if (missing || !household) return void Taro.showToast({ title: missing, icon: 'none' });
    const deed = { householdId: household.id, ruleItemId, text: text.trim() };
    if (way === 'warn') return warn.mutate(deed, { onSuccess: () => void Taro.navigateBack() });
    record.mutate(
      { ...deed, happenedOn, photoIds: uploads.photos.map(({ id }) => id) },
      { onSuccess: ({ id }) => void Taro.redirectTo({ url: `/packages/points/pages/claim/index?id=${id}` }) },
    );
  };
  const change = (next: Way) => {
    setWay(next);
    setRule('');
  };
  return (
    <Page
      title="记一件积分的事"
      foot={
        <View className="buttons">
          <Button onTap={send} busy={record.isPending || warn.isPending}>
            {way === 'warn' ? '提醒这一户' : '交给评议小组'}
          </Button>
        </View>
      }
    >
      {failure && <View className="claim-warn">{sentenceOf(failure)}。您填的还在。</View>}
      <Card>
        <HouseholdChoice chosen={household?.id ?? ''} onChoose={setHousehold} />
      </Card>
      <Segments items={ways} answers="记什么" value={way} onChange={change} />
      {household && <Rules household={household} way={way} chosen={ruleItemId} onChoose={setRule} />}
      <Card title={way === 'warn' ? '怎么提醒的' : '怎么回事'}>
        <View className="fields">
          <Field
            label="说一说"
            value={text}
            onChange={setText}
            placeholder={hints[way]}
            long
            max={way === 'warn' ? 200 : 500}
          />
          {way !== 'warn' && (
            <>
              <DateField label="哪一天" mode="date" value={happenedOn} onChange={setDay} />
              <View className="field-label">照片（至少一张）</View>
              <PhotoGrid
                photos={uploads.photos}
                {...(uploads.percent !== undefined && { uploading: uploads.percent })}
                {...(uploads.photos.length < 9 && { onAdd: uploads.add })}
                onRemove={uploads.remove}
              />
              {uploads.problem && <View className="field-problem">{uploads.problem}</View>}
            </>
          )}
        </View>
      </Card>
      <View className="small">
        扣分只能按写进村规民约的规则，要先提醒过、有凭证、评议小组三分之二同意，公示七天。自己家的事要请别人记。
      </View>
    </Page>
  );
}

function missingOf(household: Household | undefined, ruleItemId: string, text: string, needsPhoto: boolean): string {
  if (!household) return '先选哪一户';
  if (!ruleItemId) return '先选是哪件事';
  if (text.trim().length < 4) return '再写几个字';
  return needsPhoto ? '请附上照片作凭证' : '';
}

/** The rules of the household's village that fit. */
function Rules({
  household,
  way,
  chosen,
  onChoose,
}: {
  household: Household;
  way: Way;
  chosen: string;
  onChoose: (id: string) => void;
}) {
  const query = useApi('points.rules', { villageCode: household.villageCode });
  return (
    <Card title="是哪件事">
      <Answer query={query}>
        {({ items }) => (
          <RuleChoices
            label="是哪件事"
            rules={items
              .filter(({ points }) => points > 0 === (way === 'more'))
              .map(({ id, title, pointsText, evidence }) => ({ id, title, pointsText, note: `凭${evidence}` }))}
            chosen={chosen}
            onChoose={onChoose}
          />
        )}
      </Answer>
    </Card>
  );
}
