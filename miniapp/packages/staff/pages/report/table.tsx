import { View } from '@tarojs/components';
import { Answer } from '../../../../components/page';
import { useApi } from '../../../../hooks/use-api';
import type { Span } from '../../supervision/period';
import { type By, scoreText } from '../../supervision/score';

/** One table of the report, best first: place, name, score, grade, each part, and the figures behind them. */
export function ScoreTable({ by, span }: { by: By; span: Span }) {
  const query = useApi('supervision.scores', { ...span, by });
  return (
    <Answer query={query}>
      {({ items, weights }) => (
        <View className="report-table">
          <View className="report-row report-row-head">
            <View className="report-cell report-cell-short">名次</View>
            <View className="report-name">名称</View>
            <View className="report-cell">得分</View>
            <View className="report-cell report-cell-band">等次</View>
            {weights.map(({ key, label }) => (
              <View key={key} className="report-cell report-cell-part">
                {label}
              </View>
            ))}
            <View className="report-cell report-cell-part">到村小时</View>
            <View className="report-cell report-cell-part">接待</View>
            <View className="report-cell report-cell-part">讲座</View>
          </View>
          {items.map((item) => (
            <View key={item.id} className="report-row">
              <View className="report-cell report-cell-short">{item.place ?? '—'}</View>
              <View className="report-name">{item.name}</View>
              <View className="report-cell">{scoreText(item.score)}</View>
              <View className="report-cell report-cell-band">{item.band}</View>
              {item.parts.map(({ key, score }) => (
                <View key={key} className="report-cell report-cell-part">
                  {scoreText(score)}
                </View>
              ))}
              <View className="report-cell report-cell-part">
                {item.onsiteHours}/{item.dueHours}
              </View>
              <View className="report-cell report-cell-part">{item.consultations}</View>
              <View className="report-cell report-cell-part">{item.lectures}</View>
            </View>
          ))}
        </View>
      )}
    </Answer>
  );
}
