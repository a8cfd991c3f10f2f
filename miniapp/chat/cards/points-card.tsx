import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { PointsLine } from '../../points/points-line';
import { Stars } from '../../points/stars';
import type { CardOf, Say } from '../types';
import { Options } from './options';

/** Where the family's points stand, and the lines the answer is about. */
export function PointsCard({ card, say }: { card: CardOf<'points'>; say: Say }) {
  const { name, placeLabel, balance, stars, lines } = card.points;
  return (
    <View className="choices">
      <Card tight>
        <View className="points-sum">
          <View>
            <View className="strong">{name}</View>
            <View className="small">{placeLabel}</View>
          </View>
          <View className="points-figure">{balance} 分</View>
        </View>
        <Stars stars={stars} />
        {lines.map((line) => (
          <PointsLine key={`${line.text}${line.note}`} text={line.text} value={line.value} note={line.note} />
        ))}
      </Card>
      <Options options={card.options} say={say} />
    </View>
  );
}
