import { View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { goPointsRules } from '../../../../points/go';
import { Stars } from '../../../../points/stars';

/** The family's years that are over: what it had, its stars, what came, went and expired. */
export default function PointsYearsPage() {
  const query = useApi('points.years', {});
  if (query.error?.code === 'points_no_household')
    return (
      <Page title="往年的积分">
        <Notice title="您还没有登记到哪一户" detail="积分是按户记的，请网格员帮您登记。" />
      </Page>
    );
  return (
    <Page title="往年的积分" query={query}>
      {({ items }) => (
        <>
          {items.map(({ year, balance, stars, plus, minus, spent, expired }) => (
            <Card key={year}>
              <View className="points-sum">
                <View className="strong">{year} 年</View>
                <View className="points-figure">{balance} 分</View>
              </View>
              <Stars stars={stars} />
              <View className="second">
                那一年加 {plus}、扣 {-minus}、换东西用了 {spent}
              </View>
              <View className="small">
                {expired > 0 ? `年底清零 ${expired} 分，星级和这张存档一直留着` : '年底没有清零，积分接着用'}
              </View>
            </Card>
          ))}
          {items.length === 0 && (
            <Notice
              title="还没有过完的一年"
              detail="过了年，当年的余额和星级会存在这里。年底积分留着还是清零，看村里通过的规则。"
              next={{ label: '看积分规则', onTap: goPointsRules }}
            />
          )}
        </>
      )}
    </Page>
  );
}
