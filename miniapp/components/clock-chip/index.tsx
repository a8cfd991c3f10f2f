import type { Output } from '#shared/contract';
import { Chip, type ChipTone } from '../chip';

export type Clock = Output<'tickets.get'>['clock'];

const tones: Record<Clock['state'], ChipTone> = {
  onTime: 'jade',
  dueSoon: 'amber',
  overdue: 'red',
  paused: 'neutral',
  done: 'neutral',
};

/** The colour that goes with how a deadline stands; the words always go with it. */
export function toneOf(clock: Clock): ChipTone {
  return tones[clock.state];
}

/** What is left of a deadline, for example 还剩 2 个工作日. */
export function ClockChip({ clock }: { clock: Clock }) {
  return <Chip tone={toneOf(clock)}>{clock.text}</Chip>;
}
