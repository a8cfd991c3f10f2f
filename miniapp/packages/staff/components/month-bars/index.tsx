import { View } from '@tarojs/components';
import type { Output } from '#shared/contract';
import { access } from '../../../../components/tap/access';
import { percentOf, scoreText } from '../../supervision/score';
import './index.scss';

type Months = Output<'supervision.trend'>['months'];
const fullMark = 100;

/** Scores of some months beside each other, the last one asked for in full colour. */
export function MonthBars({ months }: { months: Months }) {
  const words = months.map(({ label, score }) => `${label} ${scoreText(score)}`).join('，');
  return (
    <View className="month-bars" {...access({ role: 'img', label: `各月得分：${words}` })}>
      {months.map(({ month, label, score }, at) => (
        <View key={month} className={`month-bar ${at === months.length - 1 ? 'month-bar-last' : ''}`}>
          <View className="month-bar-score">{score === null ? '—' : score}</View>
          <View className="month-bar-track">
            <View className="month-bar-fill" style={{ height: `${percentOf(score, fullMark)}%` }} />
          </View>
          <View className="small">{label}</View>
        </View>
      ))}
    </View>
  );
}
