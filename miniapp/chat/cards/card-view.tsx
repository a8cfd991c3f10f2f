import { View } from '@tarojs/components';
import { TicketCard } from '../../components/ticket-card';
import type { Card, Say } from '../types';
import { SlotsCard, TalkBookingCard } from './booking-cards';
import { ChoiceCard } from './choice-card';
import { ConfirmCard } from './confirm-card';
import { LawCard } from './law-card';
import { MenuCard } from './menu-card';
import { Options } from './options';
import { ContactCard, EmergencyCard, HandoffCard, LaterCard } from './people-cards';
import { PhotoCard } from './photo-card';
import { PlaceCard } from './place-card';
import { PointsCard } from './points-card';
import { TalkTopicCard, TopicsCard } from './topic-cards';

export interface CardViewProps {
  card: Card;
  say: Say;
  elder: boolean;
  /** False for a question that has been answered: it stays to be read, its buttons are off. */
  active: boolean;
}

/** Draws whatever card the server decided on. A type this build does not know shows nothing; the text above it still says it. */
export function CardView({ card, say, elder, active }: CardViewProps) {
  switch (card.type) {
    case 'menu':
      return <MenuCard card={card} say={say} elder={elder} />;
    case 'choice':
      return <ChoiceCard options={card.options} say={say} active={active} />;
    case 'place':
      return <PlaceCard card={card} say={say} active={active} />;
    case 'photo':
      return <PhotoCard card={card} say={say} active={active} />;
    case 'confirm':
      return <ConfirmCard card={card} say={say} active={active} />;
    case 'ticket':
      return (
        <View className="choices">
          <TicketCard ticket={card.ticket} />
          <Options options={card.options} say={say} />
        </View>
      );
    case 'tickets':
      return (
        <View className="choices">
          {card.items.map((ticket) => (
            <TicketCard key={ticket.id} ticket={ticket} />
          ))}
          <Options options={card.options} say={say} />
        </View>
      );
    case 'slots':
      return <SlotsCard card={card} say={say} active={active} />;
    case 'topic':
      return <TalkTopicCard card={card} say={say} />;
    case 'topics':
      return <TopicsCard card={card} say={say} active={active} />;
    case 'booking':
      return <TalkBookingCard card={card} say={say} />;
    case 'contact':
      return <ContactCard card={card} say={say} />;
    case 'emergency':
      return <EmergencyCard card={card} say={say} />;
    case 'handoff':
      return <HandoffCard card={card} say={say} />;
    case 'law':
      return <LawCard card={card} say={say} />;
    case 'points':
      return <PointsCard card={card} say={say} />;
    case 'later':
      return <LaterCard card={card} say={say} />;
    default:
      return null;
  }
}
