import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Card } from '../../../../components/card';
import { Page } from '../../../../components/page';
import { PhotoGrid } from '../../../../components/photo-grid';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { PointsLine } from '../../../../points/points-line';

/** The rules a village uses today: by what they are about, who has adopted them and when, with the minutes. */
export default function PointsRulesPage() {
  const { villageCode } = useRouter().params;
  const query = useApi('points.rules', villageCode ? { villageCode } : {});
  if (query.error?.code === 'points_rules_missing')
    return (
      <Page title="积分规则">
        <Notice title="这里还没有积分规则" detail="规则要由村民会议或村民代表会议通过，通过以后在这里公布。" />
      </Page>
    );
  return (
    <Page title="积分规则" query={query}>
      {({ placeLabel, isTemplate, version, adoptedText, effectiveFrom, items, minutes, splitText, yearEndText }) => (
        <>
          <View className="second">
            {isTemplate ? '全区通用的规则' : placeLabel} · 第 {version} 版
          </View>
          <View className="small">
            {[adoptedText, effectiveFrom && `${effectiveFrom} 起施行`].filter(Boolean).join('，')}
          </View>
          {[...new Set(items.map(({ category }) => category))].map((category) => (
            <Card key={category} title={category} tight>
              {items
                .filter((item) => item.category === category)
                .map(({ id, title, pointsText, yearCap, evidence, points }) => (
                  <PointsLine
                    key={id}
                    text={title}
                    value={pointsText}
                    note={`一年最多${points < 0 ? '扣' : '加'} ${yearCap} 分 · 凭${evidence}`}
                  />
                ))}
            </Card>
          ))}
          <Card title="到了年底">
            <View className="second">{yearEndText}。</View>
          </Card>
          <Card title="分户的时候">
            <View className="second">{splitText}。全家商定了别的分法，按商定的来。</View>
          </Card>
          {minutes.length > 0 && (
            <Card title="会议记录">
              <PhotoGrid photos={minutes} />
            </Card>
          )}
          <Card title="法律不允许的">
            <View className="second">
              信访投诉、不让进门、欠费欠债、生病、生育、宗教信仰，都不能扣分；积分不影响低保、入学、开证明、分红；未成年人不计分；不设黑榜。
            </View>
          </Card>
        </>
      )}
    </Page>
  );
}
