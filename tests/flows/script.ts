import type { Output } from '#shared/contract';
import { as } from '../support/api';
import { pass } from '../support/clock';
import { make } from '../support/make';

type Message = Output<'chat.send'>['messages'][number];
type Option = { label: string; action: string; payload?: Record<string, string | number | boolean | null> };

/**
 * A talk told as a script, a line each:
 * `说 words` says them · `点 label` taps the option with that label on the newest card that has it (`点 改地点` a line of the confirm card) ·
 * `拍 n` sends n photos · `在 lng,lat` sends a pin · `过 9 小时` lets time pass ·
 * `答 words [card] {line=value; …}` expects the desk's next message to hold the words, the card, and on it the lines · `静` expects no answer.
 */
export async function play(person: { id: string }, script: string): Promise<Message[]> {
  const told: Message[] = [];
  let waiting: Message[] = [];
  const send = async (sent: Record<string, unknown>) => {
    if (waiting.length > 0) throw new Error(`not expected: ${waiting.map(shown).join(' | ')}`);
    const { messages } = await as(person).ok('chat.send', sent);
    told.push(...messages);
    waiting = messages.filter(({ speaker }) => speaker === 'BOT');
  };
  for (const line of script
    .split('\n')
    .map((text) => text.trim())
    .filter(Boolean)) {
    const [, verb = '', rest = ''] = /^(\S)\s*(.*)$/u.exec(line) ?? [];
    try {
      if (verb === '说') await send({ text: rest });
      else if (verb === '点') await send(tap(told, rest));
      else if (verb === '拍') await send({ attachmentIds: await photos(person, Number(rest)) });
      else if (verb === '在') await send({ location: pin(rest) });
      else if (verb === '过') pass(span(rest));
      else if (verb === '静') expectSilence(waiting);
      else if (verb === '答') expectAnswer(waiting.shift(), rest);
      else throw new Error(`no such verb: ${verb}`);
    } catch (error) {
      throw new Error(`“${line}”: ${(error as Error).message}`);
    }
  }
  if (waiting.length > 0) throw new Error(`not expected: ${waiting.map(shown).join(' | ')}`);
  return told;
}

function expectAnswer(message: Message | undefined, expected: string): void {
  if (!message) throw new Error('the desk said nothing more');
  const [, words = '', card, lines] = /^(.*?)(?:\s*\[(\w+)\])?(?:\s*\{(.*)\})?$/.exec(expected) ?? [];
  if (!message.text.includes(words.trim())) throw new Error(`the desk said: ${shown(message)}`);
  if (card && message.card?.type !== card) throw new Error(`the desk showed: ${shown(message)}`);
  for (const pair of lines?.split(';') ?? []) {
    const [label = '', value = ''] = pair.split('=').map((part) => part.trim());
    const found = linesOf(message).find((line) => line.label === label);
    if (value === '无' ? found : !found?.value.includes(value))
      throw new Error(`line ${label} is ${found?.value ?? 'not there'}`);
  }
}

function expectSilence(waiting: readonly Message[]): void {
  if (waiting.length > 0) throw new Error(`the desk said: ${waiting.map(shown).join(' | ')}`);
}

function tap(told: readonly Message[], label: string): { action: string; payload?: Option['payload'] } {
  for (const { card } of [...told].reverse()) {
    const option = optionsOf(card).find((one) => one.label === label);
    if (option) return { action: option.action, ...(option.payload && { payload: option.payload }) };
  }
  throw new Error(`no card offers ${label}`);
}

function optionsOf(card: Message['card']): Option[] {
  if (!card) return [];
  const plain = 'options' in card ? card.options : [];
  if (card.type === 'photo') return [card.skip];
  if (card.type !== 'confirm') return plain;
  const edits = card.lines.flatMap(({ label, edit }) => (edit ? [{ ...edit, label: `${edit.label}${label}` }] : []));
  return [...plain, ...edits];
}

const linesOf = ({ card }: Message) => (card?.type === 'confirm' ? card.lines : []);
const shown = ({ text, card }: Message) => `${text} [${card?.type ?? ''}]`;
const photos = async (person: { id: string }, count: number) => {
  const made = await Promise.all(Array.from({ length: count }, () => make.photo({ ownerId: person.id })));
  return made.map(({ id }) => id);
};
const pin = (text: string) => {
  const [lng = 0, lat = 0] = text.split(',').map(Number);
  return { lng, lat };
};
const span = (text: string) => {
  const count = Number.parseInt(text, 10);
  if (text.includes('天')) return { days: count };
  return text.includes('小时') ? { hours: count } : { minutes: count };
};
