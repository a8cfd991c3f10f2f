import { Text, View } from '@tarojs/components';
import type { Output } from '#shared/contract';
import { Tap } from '../../../../components/tap';
import { percent } from '../../model/figures';
import './index.scss';

type Unit = Output<'workbench.board'>['units'][number];

/** How each unit stands; tapping one shows its open tickets. */
export function UnitTable({ units, onTap }: { units: readonly Unit[]; onTap: (unit: Unit) => void }) {
  return (
    <View className="units">
      <View className="unit-row unit-head">
        <Text className="unit-name">单位</Text>
        <Text className="unit-cell">在办</Text>
        <Text className="unit-cell">超期</Text>
        <Text className="unit-cell">办结</Text>
        <Text className="unit-cell">按时</Text>
      </View>
      {units.map((unit) => (
        <Tap key={unit.code} className="unit-row" onTap={() => onTap(unit)} label={wordsOf(unit)}>
          <Text className="unit-name">{unit.name}</Text>
          <Text className="unit-cell">{unit.open}</Text>
          <Text className={`unit-cell ${unit.overdue > 0 ? 'unit-late' : ''}`}>{unit.overdue}</Text>
          <Text className="unit-cell">{unit.closed}</Text>
          <Text className="unit-cell">{unit.onTime === null ? '—' : percent(unit.onTime)}</Text>
        </Tap>
      ))}
    </View>
  );
}

function wordsOf({ name, open, overdue, closed, onTime }: Unit): string {
  const rate = onTime === null ? '按时率不显示' : `按时 ${percent(onTime)}`;
  return `${name}，在办 ${open} 件，超期 ${overdue} 件，办结 ${closed} 件，${rate}`;
}
