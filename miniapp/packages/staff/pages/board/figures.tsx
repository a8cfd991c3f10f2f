import { View } from '@tarojs/components';
import type { Output } from '#shared/contract';
import { FigureCard } from '../../components/figure-card';
import { rateText } from '../../model/figures';
import type { Figure, Filters } from '../../model/filters';
import { goRoom } from '../../model/go';

type Board = Output<'workbench.board'>;

const counts: { figure: Figure & keyof Board['counts']; name: string; tone?: 'amber' | 'red' }[] = [
  { figure: 'opened', name: '收到' },
  { figure: 'open', name: '在办' },
  { figure: 'overdue', name: '超期', tone: 'red' },
  { figure: 'dueSoon', name: '快到期', tone: 'amber' },
  { figure: 'closed', name: '办结' },
];

// A rate opens the tickets that pull it down: those are the ones to look at.
const rates: { rate: keyof Board['rates']; name: string; figure: Figure; of: string }[] = [
  { rate: 'contact', name: '响应率', figure: 'notContacted', of: '件评价' },
  { rate: 'solve', name: '解决率', figure: 'notSolved', of: '件评价' },
  { rate: 'satisfaction', name: '满意率', figure: 'notSatisfied', of: '件评价' },
  { rate: 'onTime', name: '按时率', figure: 'closed', of: '件办结' },
];

/** The counts and the rates. Groups too small to show say so. */
export function BoardFigures({ board, onDrill }: { board: Board; onDrill: (filters: Filters, label: string) => void }) {
  return (
    <>
      <View className="figures">
        {counts.map(({ figure, name, tone }) => {
          const count = board.counts[figure];
          return (
            <FigureCard
              key={figure}
              name={name}
              value={String(count)}
              tone={count > 0 ? tone : undefined}
              onTap={() => onDrill({ figure }, `${name}的`)}
            />
          );
        })}
        <FigureCard
          name="等人工"
          value={String(board.counts.conversations)}
          tone={board.counts.conversations > 0 ? 'amber' : undefined}
          onTap={() => goRoom('talks')}
        />
      </View>
      <View className="figures figures-four">
        {rates.map(({ rate, name, figure, of }) => (
          <FigureCard
            key={rate}
            name={name}
            value={rateText(board.rates[rate])}
            note={board.rates[rate].suppressed ? undefined : `${board.rates[rate].of} ${of}`}
            onTap={() => onDrill({ figure }, `${name}背后的`)}
          />
        ))}
      </View>
    </>
  );
}
