import { View } from '@tarojs/components';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Answer, Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { usePages } from '../../../../hooks/use-pages';
import {
  goApply,
  goHousehold,
  goPointsNotices,
  goPointsRules,
  goPointsStatement,
  goPointsYears,
  goShop,
} from '../../../../points/go';
import { PointsLine } from '../../../../points/points-line';
import { Stars } from '../../../../points/stars';
import { SuggestionCards } from '../../../../points/suggestion-cards';
import { FamilyClaims } from './family-claims';
import { YearCurve } from './year-curve';

const signed = (points: number): string => (points < 0 ? `−${-points}` : `+${points}`);

/** What the family has, what came and went and why, newest first. */
export default function FamilyPointsPage() {
  const query = useApi('points.mine', {});
  const entries = usePages('points.entries', { limit: 20 });
  if (query.error?.code === 'points_no_household')
    return (
      <Page title="我家积分">
        <Notice
          title="您还没有登记到哪一户"
          detail="积分是按户记的。入了家里的户，就能在这里看。"
          next={{ label: '登记到一户', onTap: goHousehold }}
        />
      </Page>
    );
  return (
    <Page title="我家积分" query={query}>
      {({
        name,
        code,
        placeLabel,
        balance,
        stars,
        nextStars,
        missing,
        yearPlus,
        yearMinus,
        yearSpent,
        yearEndText,
      }) => (
        <>
          <Card>
            <View className="points-sum">
              <View>
                <View className="strong">{name}</View>
                <View className="small">
                  {placeLabel} · 户号 {code}
                </View>
              </View>
              <View className="points-figure">{balance} 分</View>
            </View>
            <Stars stars={stars} />
            <View className="second">
              {missing > 0 ? `再得 ${missing} 分就是 ${nextStars} 星` : '已经是最高的五星'} · 今年加 {yearPlus}、扣{' '}
              {-yearMinus}、换东西用了 {yearSpent}
            </View>
          </Card>
          {yearEndText && <View className="claim-warn">{yearEndText}。</View>}
          <Button onTap={goApply}>做了好事，申请加分</Button>
          <Button kind="plain" onTap={goShop}>
            积分换东西
          </Button>
          <Button kind="plain" onTap={goHousehold}>
            我家有哪些人、分户并户
          </Button>
          <SuggestionCards of="family" />
          <YearCurve />
          <FamilyClaims />
          <Button kind="plain" onTap={goPointsRules}>
            什么事加分、什么事扣分
          </Button>
          <Button kind="plain" onTap={goPointsStatement}>
            村里每季度的积分公示
          </Button>
          <Button kind="plain" onTap={goPointsYears}>
            往年的积分
          </Button>
          <Button kind="plain" onTap={goPointsNotices}>
            村里正在公示的积分
          </Button>
          <Answer query={entries.query}>
            {(items) =>
              items.length === 0 ? (
                <Notice title="还没有加过分" detail="参加清扫、听普法课、帮助邻里，都能加分。" />
              ) : (
                <Card title="来龙去脉" tight>
                  {items.map(({ id, text, delta, kindText, atText, ruleTitle, isReversed, balance: after }) => (
                    <PointsLine
                      key={id}
                      text={text}
                      value={signed(delta)}
                      note={[
                        kindText,
                        atText,
                        ruleTitle && ruleTitle !== text ? `依据：${ruleTitle}` : '',
                        isReversed ? '已冲正' : '',
                        `记后 ${after} 分`,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    />
                  ))}
                </Card>
              )
            }
          </Answer>
          {entries.hasMore && (
            <Button kind="quiet" onTap={entries.more} busy={entries.query.isFetchingNextPage}>
              看更早的
            </Button>
          )}
          <View className="small">流水一条也不能改、不能删，记错了只能冲正。</View>
        </>
      )}
    </Page>
  );
}
