import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { Icon } from '../../components/icon';
import { Tap } from '../../components/tap';
import { dial } from '../choose';
import type { CardOf, Say } from '../types';
import { Options } from './options';
import './cards.scss';

/** Who is responsible for the person's place, with a telephone where the person has one. */
export function ContactCard({ card, say }: { card: CardOf<'contact'>; say: Say }) {
  return (
    <View className="choices">
      {card.people.map((person) => {
        const { phone } = person;
        return (
          <Card key={`${person.role}.${person.name}`} tight>
            <View className="contact">
              <View className="contact-words">
                <View className="strong">{person.name}</View>
                <View className="small">{[person.role, person.place].filter(Boolean).join(' · ')}</View>
                {!phone && <View className="small">电话还没有登记</View>}
              </View>
              {phone && (
                <Tap className="contact-call" onTap={() => dial(phone)} label={`打电话给${person.name}`}>
                  <Icon name="phone" />
                </Tap>
              )}
            </View>
          </Card>
        );
      })}
      <Options options={card.options} say={say} />
    </View>
  );
}

/** Danger: the numbers first, as large as they can be, then what to do until somebody comes. */
export function EmergencyCard({ card, say }: { card: CardOf<'emergency'>; say: Say }) {
  return (
    <View className="choices emergency">
      <View className="buttons buttons-wrap">
        {card.numbers.map(({ number, label }) => (
          <Tap key={number} className="emergency-call" onTap={() => dial(number)} label={`拨打 ${number} ${label}`}>
            <View className="emergency-number">{number}</View>
            <View className="emergency-label">{label}</View>
          </Tap>
        ))}
      </View>
      {card.advice.length > 0 && (
        <Card tight>
          {card.advice.map((line) => (
            <View key={line} className="emergency-advice">
              {line}
            </View>
          ))}
        </Card>
      )}
      <Options options={card.options} say={say} />
    </View>
  );
}

const handoffWords: Record<CardOf<'handoff'>['state'], string> = {
  queued: '正在等人工，您可以接着说',
  human: '现在是人工在和您说话',
  returned: '人工已结束，小翠接着服务',
  offHours: '现在不是上班时间，您说的会留给工作人员',
};

/** Where the talk with a person stands. */
export function HandoffCard({ card, say }: { card: CardOf<'handoff'>; say: Say }) {
  return (
    <View className="choices">
      <View className="handoff">
        <Icon name={card.state === 'offHours' ? 'clock' : 'talk'} size="s" />
        <View>{handoffWords[card.state]}</View>
      </View>
      <Options options={card.options} say={say} />
    </View>
  );
}

/** What is not open on this desk yet, said plainly, and what to do meanwhile. */
export function LaterCard({ card, say }: { card: Pick<CardOf<'later'>, 'title' | 'text' | 'options'>; say: Say }) {
  return (
    <View className="choices">
      <Card title={card.title}>
        <View className="second">{card.text}</View>
      </Card>
      <Options options={card.options} say={say} />
    </View>
  );
}
