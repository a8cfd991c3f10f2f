/** Every intent the desk knows, in the order of the issue; `unknown` means out of scope or not understood. */
export const intents = [
  'report',
  'dispute',
  'book_advisor',
  'consult',
  'credit',
  'progress',
  'legal_question',
  'law_event',
  'service_info',
  'contact',
  'emergency',
  'human',
  'smalltalk',
  'cancel',
  'correction',
  'unknown',
] as const;

export type Intent = (typeof intents)[number];

/** What the dialogue asked in its last turn; it decides how a short answer is read. */
export type Expecting = 'what' | 'where' | 'photo' | 'confirm' | 'choice' | 'phone' | 'reason' | 'offer' | undefined;

/** A village or estate that a place name may mean; `label` is for people (「李庄镇 高桥村」). */
export interface PlaceCandidate {
  villageCode: string;
  label: string;
}

/** A place in the resident's words, resolved as far as the gazetteer allows. */
export interface PlaceMention {
  text: string;
  townCode?: string;
  villageCode?: string;
  villageName?: string;
  /** Villagers' group as said, in Chinese numerals: 三组. */
  group?: string;
  /** Landmark as said: 村口, 桥头, 家门口. */
  landmark?: string;
  /** Set when the name repeats across towns and neither town nor home village decides. */
  candidates?: PlaceCandidate[];
  /** True when the name was reached by sound or over one wrong character. */
  fuzzy?: boolean;
}

/** A point or span of time, ISO 8601 with +08:00; `ambiguous` asks the dialogue to confirm it. */
export interface WhenMention {
  text: string;
  from: string;
  to?: string;
  ambiguous?: boolean;
}

/** A market day, which every town holds on its own days: the caller resolves it. `ahead` 0 is the coming one; `days` are added (−1: the day before). */
export interface MarketDay {
  text: string;
  ahead: number;
  days: number;
}

/** Where the text as it was sent names somebody by number: to be masked, never to be used. `end` is exclusive. */
export interface PersonalSpan {
  kind: 'id_card' | 'bank_card' | 'phone' | 'plate';
  start: number;
  end: number;
}

/** What the message says besides its intent. */
export interface Details {
  /** Subject in the resident's own words, at most 20 characters. */
  what?: string;
  where?: PlaceMention;
  /** How long it has lasted, as said: 一个星期. */
  since?: string;
  when?: WhenMention;
  /** A day of the market instead of a date. */
  marketDay?: MarketDay;
  /** How many people or households, the lower bound when vague. */
  people?: number;
  /** Sum of money in yuan, the lower bound when vague. */
  amount?: number;
  /** Number plate: 川Q12345. */
  plate?: string;
  phone?: string;
  urgent?: boolean;
  ticketNo?: string;
}

export type DangerKind = 'fire' | 'gas' | 'violence' | 'drowning' | 'suicide' | 'collapse' | 'medical' | 'electric';

export type EmergencyNumber = '110' | '119' | '120';

/** A danger to life that is answered before anything else. */
export interface Danger {
  kind: DangerKind;
  /** The resident's words that raised it. */
  words: string[];
  /** Numbers to call, the most urgent first. */
  numbers: EmergencyNumber[];
}

export interface IntentCandidate {
  intent: Intent;
  confidence: number;
}

export interface CategoryCandidate {
  code: string;
  name: string;
  confidence: number;
}

export interface CategoryGuess extends CategoryCandidate {
  /** Words of the message that speak for the category. */
  because: string[];
  /** Up to three, the chosen one first. */
  candidates: CategoryCandidate[];
}

export interface DepartmentName {
  code: string;
  name: string;
}

/** 「不是路灯是井盖」: field what, from 路灯, to 井盖. */
export interface Correction {
  field: 'what' | 'where' | 'since' | 'phone' | 'any';
  from?: string;
  to?: string;
}

export type Answer = 'yes' | 'no' | 'skip';

/** The whole reading of one message. Confidences are in 0–1. */
export interface Understanding {
  intent: Intent;
  confidence: number;
  /** Up to three intents, the chosen one first. */
  candidates: IntentCandidate[];
  category?: CategoryGuess;
  department?: DepartmentName;
  details: Details;
  danger?: Danger;
  answer?: Answer;
  /** 1-based: 第二个 is 2; the last one is -1. */
  ordinal?: number;
  correction?: Correction;
  /**
   * True when the message is a reply to what the dialogue asked (`expecting`): the flow goes on, whatever `intent` says.
   * False when it starts something else. Absent when nothing was asked.
   */
  answersAsked?: boolean;
  /** True for reports against cadres, violence at home and the like: they bypass the grid. */
  sensitive?: boolean;
  /** Further wishes of the same message, in the order they are said; absent when there is one. */
  also?: Intent[];
  /** Numbers of persons in the text as it was sent; absent when there are none. */
  personal?: PersonalSpan[];
  because: string[];
}

/** One place of the division tables as the gazetteer takes it. */
export interface GazetteerEntry {
  code: string;
  name: string;
  townCode: string;
  townName: string;
  aliases?: string[];
  kind: 'town' | 'village' | 'estate';
}

/** Names prepared for look-up; made by `buildGazetteer`, opaque to callers. */
export interface Gazetteer {
  readonly entries: readonly GazetteerEntry[];
  /** Exact names, short names and aliases → indexes of `entries`. */
  readonly names: ReadonlyMap<string, readonly number[]>;
  /** First character → the lengths of names that start with it, longest first. */
  readonly lengths: ReadonlyMap<string, readonly number[]>;
  /** Sound key of a core name → indexes of `entries`. */
  readonly sounds: ReadonlyMap<string, readonly number[]>;
  /** Lengths (in characters) of the core names behind `sounds`, longest first. */
  readonly soundLengths: readonly number[];
  readonly byCode: ReadonlyMap<string, GazetteerEntry>;
}

/** What the caller knows about the turn. */
export interface UnderstandContext {
  /** Reference instant; defaults to the clock. Times are read in Asia/Shanghai. */
  now?: Date;
  expecting?: Expecting;
  gazetteer?: Gazetteer;
  /** 12-digit code of the resident's own village; it decides between places of one name. */
  homeVillageCode?: string;
}
