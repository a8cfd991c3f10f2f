import { View } from '@tarojs/components';
import { Icon, knownIcon } from '../../components/icon';
import { Tap } from '../../components/tap';
import { choose } from '../choose';
import type { CardOf, Option, Say } from '../types';
import './cards.scss';

/** Said instead of tapped in elder mode, where the third card is the grid's telephone. */
const callGrid: Option = { label: '打电话给网格员', action: 'contact', icon: 'me' };

/** The desk's four doors; in elder mode the two most needed and the grid's telephone, one below the other. */
export function MenuCard({ card, say, elder }: { card: CardOf<'menu'>; say: Say; elder: boolean }) {
  const staffDoor = card.options.filter((option) => option.action === 'page');
  const doors = card.options.filter((option) => option.action !== 'page');
  const shown = elder ? [...staffDoor, ...doors.slice(0, 2)] : card.options;
  return (
    <View className={elder ? 'menu menu-list' : 'menu'}>
      {shown.map((option) => (
        <Door key={option.label} option={option} onTap={() => choose(option, say)} />
      ))}
      {elder && <Door option={callGrid} onTap={() => choose(callGrid, say)} />}
    </View>
  );
}

function Door({ option, onTap }: { option: Option; onTap: () => void }) {
  return (
    <Tap className="menu-door" onTap={onTap} label={option.hint ? `${option.label}，${option.hint}` : option.label}>
      <Icon name={knownIcon(option.icon)} size="l" />
      <View className="menu-words">
        <View className="menu-label">{option.label}</View>
        {option.hint && <View className="menu-hint">{option.hint}</View>}
      </View>
    </Tap>
  );
}
