import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Answer, Page } from '../../../../components/page';
import { useApi } from '../../../../hooks/use-api';
import { useSession } from '../../../../hooks/use-session';
import { BarList } from '../../components/bar-list';
import { Desk } from '../../components/desk';
import { HeatCard } from '../../components/heat-card';
import { TrendCard } from '../../components/trend-card';
import { UnitTable } from '../../components/unit-table';
import { ViewTabs } from '../../components/view-tabs';
import { lastDays } from '../../model/figures';
import { type Filters, queueUrl } from '../../model/filters';
import { goLetters } from '../../model/go';
import { BoardFigures } from './figures';
import './index.scss';

const spans = [
  { key: '7', label: '近 7 天' },
  { key: '30', label: '近 30 天' },
  { key: '90', label: '近 90 天' },
] as const;
type Span = (typeof spans)[number]['key'];

/** The centre's board: how it stands now, the rates, where, when, what and who. Every figure opens the tickets behind it. */
export default function BoardPage() {
  const [span, setSpan] = useState<Span>('30');
  const range = lastDays(Number(span), new Date());
  const query = useApi('workbench.board', range, { every: 60_000 });
  const { may } = useSession();
  return (
    <Page title="看板" wide>
      <Desk
        room="board"
        main={
          <View className="board">
            <View className="board-head">
              <View className="board-title">{query.data?.label ?? '看板'}</View>
              {may('deadLetters') && (
                <Button kind="quiet" onTap={goLetters}>
                  没送出去的消息
                </Button>
              )}
            </View>
            <ViewTabs tabs={spans} active={span} onChange={setSpan} />
            <Answer query={query}>{(board) => <Board board={board} range={range} />}</Answer>
          </View>
        }
      />
    </Page>
  );
}

interface BoardProps {
  board: Output<'workbench.board'>;
  range: { from: string; to: string };
}

function Board({ board, range }: BoardProps) {
  const drill = (filters: Filters, label: string) =>
    void Taro.navigateTo({ url: queueUrl({ view: 'all', ...range, ...filters }, label) });
  return (
    <View className="board-body">
      <BoardFigures board={board} onDrill={drill} />
      <View className="board-columns">
        <View className="board-column">
          <TrendCard days={board.trend} />
          <Card title="什么事">
            <BarList
              bars={board.categories.slice(0, 10).map(({ code, name, count }) => ({ key: code, name, count }))}
              onTap={({ key, name }) => drill({ categoryCode: key, figure: 'opened' }, `${name}收到的`)}
            />
          </Card>
        </View>
        <View className="board-column">
          <HeatCard
            areas={board.heat}
            onTap={({ code, name }) => drill({ placeCode: code, figure: 'opened' }, `${name}收到的`)}
          />
          <Card title="谁在办">
            <UnitTable
              units={board.units}
              onTap={({ code, name }) => drill({ leadUnit: code, figure: 'open' }, `${name}在办的`)}
            />
          </Card>
        </View>
      </View>
    </View>
  );
}
