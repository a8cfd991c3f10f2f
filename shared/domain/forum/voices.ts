import type { TopicLevel } from './lifecycle';

/** How many voices a topic needs before it is reviewed (features C3: village 10, town 50; estate and all of them to be confirmed). */
export const defaultThresholds: Readonly<Record<TopicLevel, number>> = { ESTATE: 5, VILLAGE: 10, TOWN: 50 };

/** A line of the table of thresholds; place '*' is everywhere. */
export interface ThresholdLine {
  readonly placeCode: string;
  readonly level: TopicLevel;
  readonly voices: number;
}

/** The threshold of a level: the line of the nearest place (`upwards` goes from the village to the district), then '*', then the default. */
export function thresholdOf(level: TopicLevel, upwards: readonly string[], lines: readonly ThresholdLine[]): number {
  for (const place of [...upwards, '*']) {
    const line = lines.find((one) => one.level === level && one.placeCode === place);
    if (line) return line.voices;
  }
  return defaultThresholds[level];
}

/** Where a topic counts and where a person lives, by 12-digit codes. */
export interface CountsIn {
  readonly level: TopicLevel;
  readonly villageCode: string | null;
  readonly townCode: string;
}

/** Whether somebody's voice counts: people count where they live. `home` is the home village and its town; null while it is not known. */
export function countsFor(
  topic: CountsIn,
  home: { villageCode: string; townCode: string | null } | null,
): 'yes' | 'elsewhere' | 'unknown' {
  if (!home) return 'unknown';
  const isHome = topic.level === 'TOWN' ? home.townCode === topic.townCode : home.villageCode === topic.villageCode;
  return isHome ? 'yes' : 'elsewhere';
}
