import { Text, View } from '@tarojs/components';
import type { Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Page } from '../../../../components/page';
import { useApi } from '../../../../hooks/use-api';
import { useSession } from '../../../../hooks/use-session';
import { goOwnPieces } from '../../../../moderation/go';
import './index.scss';

type Rules = Output<'moderation.rules'>;

/** 公开内容的规则: how public words are checked, the rules, and openly what was hidden by them and how appeals went. */
export default function RulesPage() {
  const query = useApi('moderation.rules', {});
  const { signedIn } = useSession();
  return (
    <Page title="公开内容的规则" query={query}>
      {({ days, rules, figures }) => (
        <>
          <Card title="怎么核对">
            <View>公开的文字和图片先核对，通过了大家才看得到。</View>
            <View className="second rules-how">
              机器能看清的几秒钟就好；看不准的由镇街经办在办公时间四小时内看。没有通过的会写明违反哪一条，15
              天内可以申请换一个人复核。
            </View>
          </Card>
          <Figures days={days} figures={figures} />
          <Card title="哪些不能发">
            {rules.map(({ code, title, text, hidden }) => (
              <View key={code} className="rules-one">
                <View className="rules-head">
                  <Text className="strong">{title}</Text>
                  {hidden > 0 && <Text className="rules-count">隐藏 {hidden} 条</Text>}
                </View>
                <View className="second">{text}</View>
              </View>
            ))}
          </Card>
          {signedIn && (
            <View className="buttons">
              <Button kind="plain" onTap={goOwnPieces}>
                看我发的内容
              </Button>
            </View>
          )}
        </>
      )}
    </Page>
  );
}

function Figures({ days, figures }: { days: number; figures: Rules['figures'] }) {
  const { checked, hidden, byPeople, appeals, granted, medianMinutes } = figures;
  return (
    <Card title={`最近 ${days} 天`}>
      <View className="rules-figures">
        <Figure value={checked} words="条核对过" />
        <Figure value={hidden} words="条隐藏了" />
        <Figure value={appeals} words="次申诉" />
      </View>
      <View className="second">
        {[
          `其中 ${byPeople} 条由工作人员看`,
          medianMinutes !== null && `一半在 ${waitText(medianMinutes)}内看完`,
          appeals > 0 && `申诉里 ${granted} 次改为公开`,
        ]
          .filter(Boolean)
          .join('，')}
        。
      </View>
    </Card>
  );
}

function Figure({ value, words }: { value: number; words: string }) {
  return (
    <View>
      <View className="rules-figure">{value}</View>
      <View className="small">{words}</View>
    </View>
  );
}

const waitText = (minutes: number) =>
  minutes < 60 ? `${Math.max(1, minutes)} 分钟` : `${Math.ceil(minutes / 60)} 小时`;
