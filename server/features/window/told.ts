import type { z } from 'zod';
import type { Card as CardShape, ChatMessage } from '#shared/contract/chat';
import type { Offered, Told } from '#shared/domain/chat/window-text';

type Card = z.output<typeof CardShape>;

/** What a card says in lines, beside its choices. */
function linesOf(card: Card): string[] {
  switch (card.type) {
    case 'confirm':
      return [card.title, ...card.lines.map(({ label, value }) => `${label}：${value}`)];
    case 'ticket':
      return [`${card.ticket.no} ${card.ticket.title}`];
    case 'tickets':
      return card.items.map(({ no, title }) => `${no} ${title}`);
    case 'contact':
      return card.people.map(({ role, name, place, phone }) => [role, name, place, phone].filter(Boolean).join(' '));
    case 'emergency':
      return [...card.numbers.map(({ number, label }) => `${label} ${number}`), ...card.advice];
    case 'slots':
      return card.times.map(({ text, advisorName, place }) => `${text} ${advisorName} ${place}`);
    case 'later':
      return [card.title, card.text];
    default:
      return [];
  }
}

/** The choices under a card. Times that can be booked are choices too. */
export function offeredBy(card: Card | null): Offered[] {
  if (!card) return [];
  const times = card.type === 'slots' ? card.times.map(({ option }) => option) : [];
  const skip = card.type === 'photo' ? [card.skip] : [];
  const options = 'options' in card ? card.options : [];
  return [...times, ...skip, ...options].map(({ label, action, payload }) => ({
    label,
    ...(action === 'page' && { page: String(payload?.url ?? 'pages/chat/index') }),
  }));
}

/** A message of the talk as it is said where only text can be sent. */
export const toldOf = ({ text, card }: z.output<typeof ChatMessage>): Told => ({
  text,
  lines: card ? linesOf(card) : [],
  options: offeredBy(card),
});
