import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Output } from '#shared/contract';
import { assetUrl } from '../../services/api';
import { Chip } from '../chip';
import { toneOf } from '../clock-chip';
import { Tap } from '../tap';
import { decorative } from '../tap/access';
import './index.scss';

export type TicketSummary = Output<'tickets.list'>['items'][number];

/** Opens the whole story of a matter. */
export function openTicket(id: string): void {
  void Taro.navigateTo({ url: `/packages/ticket/pages/detail/index?id=${id}` });
}

/** One matter in a list or in the talk: what, how it stands, what is left of its time. Tapping opens it. */
export function TicketCard({ ticket, onTap }: { ticket: TicketSummary; onTap?: () => void }) {
  return (
    <Tap className="ticket" onTap={onTap ?? (() => openTicket(ticket.id))}>
      {ticket.thumbUrl && (
        <Image className="ticket-thumb" src={assetUrl(ticket.thumbUrl)} mode="aspectFill" lazyLoad {...decorative} />
      )}
      <View className="ticket-words">
        <View className="ticket-title">{ticket.title}</View>
        <View className="ticket-line">{[ticket.headline, ticket.clock.text].filter(Boolean).join(' · ')}</View>
        <View className="ticket-line">{[ticket.placeLabel, ticket.receivedText].filter(Boolean).join(' · ')}</View>
      </View>
      <Chip tone={toneOf(ticket.clock)}>{ticket.statusText}</Chip>
    </Tap>
  );
}
