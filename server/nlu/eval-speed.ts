import type { Utterance } from './training';
import { understand } from './understand';

/** Prints the processor time of one message (median round) and of hostile texts of 10,000 characters. */
export function measureSpeed(say: (line: string) => void, utterances: readonly Utterance[]): void {
  const now = new Date('2026-11-23T08:00:00Z');
  const times: number[] = [];
  for (let round = 0; round < 15; round++) {
    const before = process.cpuUsage();
    for (const one of utterances) understand(one.text, { now });
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / utterances.length);
  }
  const median = times.sort((a, b) => a - b)[7] ?? 0;
  say(`speed: ${median.toFixed(0)} µs a message, ${Math.round(1e6 / median)} messages a second on one core`);
  for (const [name, unit] of [
    ['repeated 的', '的'],
    ['digits', '1'],
    ['hostile mixture', '从昨天晚上,我们家大门口路灯坏了一个星期没人来修请尽快处理'],
    ['spaces', ' '],
  ] as const) {
    const long = unit.repeat(Math.ceil(10_000 / unit.length)).slice(0, 10_000);
    const before = process.cpuUsage();
    understand(long, { now });
    const { user, system } = process.cpuUsage(before);
    say(`10,000 characters, ${name}: ${((user + system) / 1000).toFixed(1)} ms`);
  }
}
