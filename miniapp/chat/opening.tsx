import { View } from '@tarojs/components';
import { Icon } from '../components/icon';
import { Tap } from '../components/tap';
import { useElder } from '../hooks/use-elder';
import { useSession } from '../hooks/use-session';
import { CardView } from './cards/card-view';
import { dial, openPage } from './choose';
import type { Opening, Say } from './types';
import './opening.scss';

const urgent = [
  { number: '110', label: '报警' },
  { number: '119', label: '火警' },
  { number: '120', label: '急救' },
];
const advice = [
  { number: '12345', label: '政务热线' },
  { number: '12348', label: '法律援助' },
];

/** The first screen: a greeting, the four doors, what is not done yet. */
export function OpeningCards({ opening, say }: { opening: Opening; say: Say }) {
  const { elder } = useElder();
  const { may } = useSession();
  const hasStaffDoor = opening.cards.some(
    (card) => card.type === 'menu' && card.options.some((option) => option.action === 'page'),
  );
  // The numbers stand at the foot; a matter's card opens by itself and needs no button under it here.
  const cards = opening.cards
    .filter((card) => card.type !== 'emergency')
    .map((card) => (card.type === 'ticket' ? { ...card, options: [] } : card));
  return (
    <View id="greeting" className="opening">
      <View className="opening-words">
        <View className="opening-title">{opening.greeting.title}</View>
        <View className="second">{opening.greeting.subtitle}</View>
      </View>
      {may('workbench') && !hasStaffDoor && (
        <Tap className="opening-staff" onTap={() => openPage('/packages/staff/pages/queue/index')} label="进工作台">
          <Icon name="list" size="l" />
          <View className="strong">工作台</View>
          <Icon name="next" tone="muted" size="s" />
        </Tap>
      )}
      {cards.map((card, place) => (
        <CardView key={`${card.type}.${place}`} card={card} say={say} elder={elder} active />
      ))}
    </View>
  );
}

/** The numbers for real danger, one tap away, and the one switch to elder mode. */
export function OpeningFoot() {
  const { elder, switchElder } = useElder();
  if (elder) {
    return (
      <View className="opening-foot">
        <View className="buttons">
          {urgent.map(({ number, label }) => (
            <Tap key={number} className="opening-urgent" onTap={() => dial(number)} label={`拨打 ${number} ${label}`}>
              {number}
            </Tap>
          ))}
        </View>
        <Tap className="opening-back" onTap={() => void switchElder(false)} role="switch" checked label="长辈版">
          回到标准版
        </Tap>
      </View>
    );
  }
  return (
    <View className="opening-foot opening-numbers">
      {[...urgent, ...advice].map(({ number, label }, place) => (
        <Tap key={number} className="number" onTap={() => dial(number)} label={`拨打 ${number} ${label}`}>
          <View className={`chip ${place < urgent.length ? 'chip-red' : 'chip-neutral'}`}>{number}</View>
        </Tap>
      ))}
      <Tap
        className="number number-elder"
        onTap={() => void switchElder(true)}
        role="switch"
        checked={false}
        label="长辈版"
      >
        <View className="chip chip-neutral">长辈版</View>
      </Tap>
    </View>
  );
}
