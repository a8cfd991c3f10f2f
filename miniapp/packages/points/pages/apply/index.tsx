import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Output } from '#shared/contract';
import { dayOf } from '#shared/domain/time/clock';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { DateField } from '../../../../components/date-field';
import { Field } from '../../../../components/field';
import { Page } from '../../../../components/page';
import { PhotoGrid } from '../../../../components/photo-grid';
import { Notice } from '../../../../components/state';
import { Toggle } from '../../../../components/toggle';
import { useApi } from '../../../../hooks/use-api';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import { useUploads } from '../../../../hooks/use-uploads';
import { RuleChoices } from '../../../../points/choices';
import { goFamilyPoints, goPointsRules } from '../../../../points/go';

type Options = Output<'claims.options'>;

/** 申请加分: which rule, what was done and when, and the pictures that show it. */
export default function ApplyPage() {
  const query = useApi('claims.options', {});
  const { code } = query.error ?? {};
  if (code === 'points_no_household' || code === 'points_rules_missing')
    return (
      <Page title="申请加分">
        <Notice
          title={code === 'points_no_household' ? '您还没有登记到哪一户' : '这里还没有积分规则'}
          detail={
            code === 'points_no_household'
              ? '积分是按户记的。在“我的”里点“家庭”登记，登记好了就能申请。'
              : '规则通过以后就能申请。'
          }
          next={{ label: '看积分规则', onTap: goPointsRules }}
        />
      </Page>
    );
  return query.data ? (
    <ApplyForm options={query.data} />
  ) : (
    <Page title="申请加分" query={query}>
      {() => null}
    </Page>
  );
}

function ApplyForm({ options }: { options: Options }) {
  const { params } = useRouter();
  const [ruleItemId, setRule] = useState(params.rule ?? '');
  const [text, setText] = useState('');
  const [happenedOn, setDay] = useState(dayOf(new Date()));
  const [nameShown, setNameShown] = useState(false);
  const uploads = useUploads('OTHER');
  const apply = useCommand('claims.apply', '交上去了', true);
  const missing =
    ruleItemId === ''
      ? '先选是哪件事'
      : text.trim().length < 4
        ? '再写几个字，说说做了什么'
        : uploads.photos.length === 0
          ? '请附上照片作凭证'
          : '';
  const send = () => {
    if (missing) return void Taro.showToast({ title: missing, icon: 'none' });
    apply.mutate(
      { ruleItemId, text: text.trim(), happenedOn, nameShown, photoIds: uploads.photos.map(({ id }) => id) },
      { onSuccess: ({ id }) => void Taro.redirectTo({ url: `/packages/points/pages/claim/index?id=${id}` }) },
    );
  };
  return (
    <Page
      title="申请加分"
      foot={
        <View className="buttons">
          <Button onTap={send} busy={apply.isPending}>
            交给网格核对
          </Button>
        </View>
      }
    >
      {apply.error && <View className="claim-warn">{sentenceOf(apply.error)}。您填的还在。</View>}
      <Card title="是哪件事">
        <RuleChoices
          label="是哪件事"
          rules={options.items.map(({ id, title, pointsText, evidence, room }) => ({
            ...{ id, title, pointsText, disabled: room === 0 },
            note: room === 0 ? '今年已经到上限' : `凭${evidence} · 今年还能加 ${room} 分`,
          }))}
          chosen={ruleItemId}
          onChoose={setRule}
        />
      </Card>
      <Card title="做了什么">
        <View className="fields">
          <Field
            label="说一说"
            value={text}
            onChange={setText}
            placeholder="比如：上周六和邻居一起扫了院坝，扫了两个钟头"
            long
            max={500}
          />
          <DateField label="哪一天" mode="date" value={happenedOn} onChange={setDay} />
          <View className="field-label">照片（至少一张）</View>
          <PhotoGrid
            photos={uploads.photos}
            {...(uploads.percent !== undefined && { uploading: uploads.percent })}
            {...(uploads.photos.length < 9 && { onAdd: uploads.add })}
            onRemove={uploads.remove}
          />
          {uploads.problem && <View className="field-problem">{uploads.problem}</View>}
        </View>
      </Card>
      <Card>
        <View className="claim-switch">
          <View>
            <View>公示时写上户名</View>
            <View className="small">不选就只写户号 {options.householdCode}</View>
          </View>
          <Toggle on={nameShown} label="公示时写上户名" onChange={setNameShown} />
        </View>
      </Card>
      <View className="small">
        网格三个工作日内核对，评议小组五个工作日内评，公示七天没有意见就记上。每一步都会告诉您。照片里请不要有别人家的孩子。
      </View>
      <Button kind="quiet" onTap={goFamilyPoints}>
        看我家积分
      </Button>
    </Page>
  );
}
