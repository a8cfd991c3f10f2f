import { groupPeople, smallestGroup } from './opinion-groups';
import { type Positions, placePeople } from './opinion-space';
import { type Choices, choiceAt, householdChoice, isUnclear, type OpinionChoice, type Tally } from './opinions';

/** The answers of one person; `householdId` null for somebody in no household. */
export interface Ballot {
  readonly householdId: string | null;
  readonly choices: Choices;
}

/** What one group, or everybody, said to one statement. */
export interface StatementView {
  readonly no: number;
  readonly all: Tally;
  readonly households: Tally;
  readonly groups: readonly Tally[];
  /** All groups lean to yes: the product over groups of (agree + 1) / (seen + 2); null while a group has not seen it. */
  readonly consensus: number | null;
  /** What all groups have in common to it, where they do. */
  readonly common: 'AGREE' | 'DISAGREE' | null;
  /** How far the groups are apart, in shares of agreement, 0 to 1. */
  readonly divide: number;
  readonly unclear: boolean;
}

/** One group on the drawing: its middle and reach (each within -1 to 1), and the statements that set it apart. */
export interface GroupView {
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly reach: number;
  readonly marks: readonly { readonly no: number; readonly choice: 'AGREE' | 'DISAGREE' }[];
}

/** The map of opinions under a topic. `groups` is empty while too few people have said enough. */
export interface OpinionMap {
  readonly people: number;
  readonly placed: number;
  readonly households: number;
  readonly groups: readonly GroupView[];
  readonly statements: readonly StatementView[];
}

/** From so many people and statements on groups are looked for, and a person is placed who has answered so many (or all there are). Defaults, to be confirmed. */
export const fewestPeople = 10;
const fewestStatements = 4;
const fewestAnswers = 7;
/** A statement is common ground when at least this part of those who said yes or no say the same in every group. Default, to be confirmed. */
const commonShare = 0.6;
/** How many statements that set it apart are named for a group. */
const marksShown = 3;
const ballotsAtOnce = 250;

/** The map of everybody's answers to the statements with these numbers, worked out at one go. See `opinionMapSteps`. */
export function opinionMap(ballots: readonly Ballot[], numbers: readonly number[]): OpinionMap {
  const steps = opinionMapSteps(ballots, numbers);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in portions of a few milliseconds: between them the caller may let others work. */
export function* opinionMapSteps(ballots: readonly Ballot[], numbers: readonly number[]): Generator<void, OpinionMap> {
  const answers: Answer[][] = [];
  for (const { choices } of ballots) {
    const said = answers.push(numbers.map((no) => choiceAt(choices, no) ?? null));
    if (said % ballotsAtOnce === 0) yield;
  }
  const needed = Math.min(fewestAnswers, numbers.length);
  const placed = answers.flatMap((row, person) => (row.filter(Boolean).length >= needed ? [person] : []));
  const divided = placed.length >= fewestPeople && numbers.length >= fewestStatements;
  const { groups, groupOf } = divided
    ? yield* groupsOf(answers, placed, numbers.length)
    : { groups: [], groupOf: answers.map(() => -1) };
  const homes = householdsOf(ballots);
  const statements: StatementView[] = [];
  for (const [column, no] of numbers.entries()) {
    const said = answers.map((row) => row[column] ?? null);
    statements.push(viewOf(no, said, groupOf, groups.length, homes));
    yield;
  }
  return {
    people: ballots.length,
    placed: placed.length,
    households: homes.length,
    groups: groups.map((group, index) => ({ ...group, marks: marksOf(index, statements) })),
    statements,
  };
}

type Answer = OpinionChoice | null;
const numberOf = { AGREE: 1, DISAGREE: -1, PASS: 0 } as const;

function* groupsOf(answers: readonly (readonly Answer[])[], placed: readonly number[], width: number) {
  const rows = placed.map((person) => (answers[person] ?? []).map((answer) => answer && numberOf[answer]));
  const positions = yield* placePeople(rows, width);
  const { groupOf, sizes } = yield* groupPeople(positions);
  const whole: number[] = answers.map(() => -1);
  placed.forEach((person, index) => {
    whole[person] = groupOf[index] ?? 0;
  });
  const scale = Math.max(1e-9, ...positions.x.map(Math.abs), ...positions.y.map(Math.abs));
  return {
    groupOf: whole,
    groups: sizes.map((size, group) => ({ size, ...circleOf(positions, groupOf, group, scale) })),
  };
}

/** Where a group stands and how far it reaches: the mean distance of its people from their middle. Rounded, so that nobody is found by it. */
function circleOf({ x, y }: Positions, groupOf: readonly number[], group: number, scale: number) {
  const members = groupOf.flatMap((own, person) => (own === group ? [person] : []));
  const mean = (of: (person: number) => number) =>
    members.reduce((sum, person) => sum + of(person), 0) / members.length;
  const middle = { x: mean((person) => x[person] ?? 0), y: mean((person) => y[person] ?? 0) };
  const reach = mean((person) => {
    const across = (x[person] ?? 0) - middle.x;
    const up = (y[person] ?? 0) - middle.y;
    return Math.sqrt(across * across + up * up);
  });
  const round = (value: number) => Math.round((value / scale) * 100) / 100;
  return { x: round(middle.x), y: round(middle.y), reach: round(reach) };
}

/** People by household; somebody in none is a household of one. */
function householdsOf(ballots: readonly Ballot[]): readonly (readonly number[])[] {
  const homes = new Map<string, number[]>();
  ballots.forEach(({ householdId }, person) => {
    const key = householdId ?? `person ${person}`;
    const home = homes.get(key);
    if (home) home.push(person);
    else homes.set(key, [person]);
  });
  return [...homes.values()];
}

function viewOf(
  no: number,
  said: readonly Answer[],
  groupOf: readonly number[],
  count: number,
  homes: readonly (readonly number[])[],
): StatementView {
  const all = tallyOf(said);
  const byGroup = Array.from({ length: count }, () => ({ agree: 0, disagree: 0, pass: 0 }));
  said.forEach((answer, person) => {
    const tally = byGroup[groupOf[person] ?? -1];
    if (answer && tally) tally[columns[answer]] += 1;
  });
  const households = tallyOf(homes.map((members) => voiceOf(members, said)));
  const shares = byGroup.map(({ agree, disagree, pass }) => (agree + 1) / (agree + disagree + pass + 2));
  const seenByAll = byGroup.length > 0 && byGroup.every((tally) => seenOf(tally) > 0);
  return {
    ...{ no, all, households, groups: byGroup, unclear: isUnclear(all) },
    consensus: seenByAll ? shares.reduce((product, share) => product * share, 1) : null,
    common: commonOf(byGroup),
    divide: seenByAll ? Math.max(...shares) - Math.min(...shares) : 0,
  };
}

/** What a household says; of most there is one member who answers. */
function voiceOf(members: readonly number[], said: readonly Answer[]): Answer {
  if (members.length === 1) return said[members[0] ?? -1] ?? null;
  return householdChoice(members.flatMap((person) => said[person] ?? [])) ?? null;
}

const columns = { AGREE: 'agree', DISAGREE: 'disagree', PASS: 'pass' } as const;
const seenOf = ({ agree, disagree, pass }: Tally) => agree + disagree + pass;

function tallyOf(said: readonly Answer[]): Tally {
  const tally = { agree: 0, disagree: 0, pass: 0 };
  for (const answer of said) if (answer) tally[columns[answer]] += 1;
  return tally;
}

/** What every group says alike; each must have at least three who said yes or no. */
function commonOf(groups: readonly Tally[]): 'AGREE' | 'DISAGREE' | null {
  const alike = (side: 'agree' | 'disagree') =>
    groups.length > 0 &&
    groups.every((tally) => {
      const clear = tally.agree + tally.disagree;
      return clear >= smallestGroup && tally[side] / clear >= commonShare;
    });
  if (alike('agree')) return 'AGREE';
  return alike('disagree') ? 'DISAGREE' : null;
}

/** The statements to which a group leans otherwise than the rest, the strongest first. */
function marksOf(group: number, statements: readonly StatementView[]) {
  return statements
    .flatMap(({ no, groups }) => {
      const own = groups[group];
      const rest = groups.filter((_, index) => index !== group);
      if (!own || rest.length === 0 || seenOf(own) < smallestGroup) return [];
      const lean = (side: 'agree' | 'disagree') =>
        (own[side] + 1) / (seenOf(own) + 2) -
        (rest.reduce((sum, tally) => sum + tally[side], 0) + 1) /
          (rest.reduce((sum, tally) => sum + seenOf(tally), 0) + 2);
      const yes = lean('agree');
      const no_ = lean('disagree');
      return [yes >= no_ ? { no, choice: 'AGREE' as const, by: yes } : { no, choice: 'DISAGREE' as const, by: no_ }];
    })
    .filter(({ by }) => by > 0)
    .toSorted((a, b) => b.by - a.by || a.no - b.no)
    .slice(0, marksShown)
    .map(({ no, choice }) => ({ no, choice }));
}
