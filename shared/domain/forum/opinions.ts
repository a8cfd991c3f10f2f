/** 同意, 不同意, 说不准: the three answers to a statement, in the order of the buttons. */
export const opinionChoices = ['AGREE', 'DISAGREE', 'PASS'] as const;
export type OpinionChoice = (typeof opinionChoices)[number];

/** Not more statements than this under one topic (the map is made for so many), and of one person. Defaults, to be confirmed. */
export const mostStatements = 200;
export const mostOwnStatements = 5;

/** From so many answers on a statement counts as unclear when at least this part could not say. Default, to be confirmed. */
const unclearFrom = 10;
const unclearShare = 1 / 3;

/**
 * All answers of one person under one topic: the character at `no - 1` is a (agree), d (disagree) or p (pass) for the statement with that number,
 * anything else means not seen. A string stays small and is changed in one place without a race.
 */
export type Choices = string;

const letters: Readonly<Record<OpinionChoice, string>> = { AGREE: 'a', DISAGREE: 'd', PASS: 'p' };

const choiceOf: Readonly<Record<string, OpinionChoice | undefined>> = { a: 'AGREE', d: 'DISAGREE', p: 'PASS' };

/** The letter an answer is kept as. */
export function letterOf(choice: OpinionChoice): string {
  return letters[choice];
}

/** The answer of a person to the statement with this number, or undefined while it was not given. */
export function choiceAt(choices: Choices, no: number): OpinionChoice | undefined {
  return choiceOf[choices[no - 1] ?? ''];
}

/** How many said what to one statement. */
export interface Tally {
  readonly agree: number;
  readonly disagree: number;
  readonly pass: number;
}

/** Everybody who saw a statement, and in whole percent what they said; percent is 0 while nobody did. */
export function sharesOf({ agree, disagree, pass }: Tally): Tally & { readonly seen: number } {
  const seen = agree + disagree + pass;
  const percent = (count: number) => (seen === 0 ? 0 : Math.round((count / seen) * 100));
  return { seen, agree: percent(agree), disagree: percent(disagree), pass: percent(pass) };
}

/** Whether so many could not say that the sentence itself is likely to be unclear (polis #131: the pass rate shows confusing statements). */
export function isUnclear({ agree, disagree, pass }: Tally): boolean {
  const seen = agree + disagree + pass;
  return seen >= unclearFrom && pass / seen >= unclearShare;
}

/** One statement as it waits to be shown. */
export interface Waiting {
  readonly no: number;
  readonly seen: number;
}

/** Which statement a person is asked next: of those not answered the one seen by the fewest, so that each gets its voices; then the oldest. */
export function nextStatement<T extends Waiting>(statements: readonly T[], choices: Choices): T | undefined {
  return statements
    .filter(({ no }) => choiceAt(choices, no) === undefined)
    .toSorted((a, b) => a.seen - b.seen || a.no - b.no)[0];
}

/** The voice of a household to one statement: what most of its members said; a tie, or only 说不准, is no clear voice. */
export function householdChoice(said: readonly OpinionChoice[]): OpinionChoice | undefined {
  if (said.length === 0) return undefined;
  const agree = said.filter((choice) => choice === 'AGREE').length;
  const disagree = said.filter((choice) => choice === 'DISAGREE').length;
  if (agree === disagree) return 'PASS';
  return agree > disagree ? 'AGREE' : 'DISAGREE';
}
