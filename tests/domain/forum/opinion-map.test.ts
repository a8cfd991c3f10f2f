import fc from 'fast-check';
import { type Ballot, fewestPeople, opinionMap, opinionMapSteps } from '#shared/domain/forum/opinion-map';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const letter = fc.constantFrom('a', 'd', 'p', '-');
const ballots = (width: number) =>
  fc.array(
    fc.record({
      householdId: fc.option(fc.constantFrom('h1', 'h2', 'h3')),
      choices: fc.array(letter, { maxLength: width }).map((all) => all.join('')),
    }),
    { maxLength: 60 },
  );

/** So many people who all answer like `like`, where every `slip`-th person says 说不准 to one statement. */
const camp = (count: number, like: string): Ballot[] =>
  Array.from({ length: count }, (_, index) => ({
    householdId: null,
    choices: [...like].map((answer, at) => (index % 4 === 0 && at === index % like.length ? 'p' : answer)).join(''),
  }));

describe('opinionMap', () => {
  it('finds two camps, what divides them and what they have in common', () => {
    // Statements 1-3: the camps disagree; 4 and 5: both agree; 6: both disagree; 7 and 8 divide again.
    const map = opinionMap([...camp(30, 'aaaaadaa'), ...camp(20, 'dddaaddd')], numbers(8));
    expect(map.groups.map(({ size }) => size)).toEqual([30, 20]);
    expect(map.statements.map(({ common }) => common)).toEqual([
      null,
      null,
      null,
      'AGREE',
      'AGREE',
      'DISAGREE',
      null,
      null,
    ]);
    const divides = map.statements.filter(({ divide }) => divide > 0.5).map(({ no }) => no);
    expect(divides).toEqual([1, 2, 3, 7, 8]);
    expect(map.groups[0]?.marks.every(({ choice }) => choice === 'AGREE')).toBe(true);
    expect(map.groups[1]?.marks.every(({ choice }) => choice === 'DISAGREE')).toBe(true);
    const byConsensus = map.statements.toSorted((a, b) => (b.consensus ?? 0) - (a.consensus ?? 0));
    expect(
      byConsensus
        .slice(0, 2)
        .map(({ no }) => no)
        .sort(),
    ).toEqual([4, 5]);
  });

  it('finds three camps', () => {
    const map = opinionMap([...camp(24, 'aaaddddd'), ...camp(20, 'dddaaadd'), ...camp(16, 'ddddddaa')], numbers(8));
    expect(map.groups.map(({ size }) => size)).toEqual([24, 20, 16]);
  });

  it('makes one group of people who think alike', () => {
    const map = opinionMap(camp(40, 'aaaaaaaa'), numbers(8));
    expect(map.groups.map(({ size }) => size)).toEqual([40]);
  });

  it.each([
    [fewestPeople - 1, 8, 0],
    [fewestPeople, 8, 1],
    [fewestPeople, 3, 0],
  ])('of %i people and %i statements it makes %i groups', (people, width, groups) => {
    expect(opinionMap(camp(people, 'a'.repeat(width)), numbers(width)).groups).toHaveLength(groups);
  });

  it('does not place those who have said little, but counts them', () => {
    const map = opinionMap([...camp(12, 'aaaaaaaa'), { householdId: null, choices: 'd' }], numbers(8));
    expect(map).toMatchObject({ people: 13, placed: 12 });
    expect(map.statements[0]?.all.disagree).toBe(1);
  });

  it('gives each household one voice', () => {
    const home = (id: string, ...said: string[]): Ballot[] => said.map((choices) => ({ householdId: id, choices }));
    const map = opinionMap(
      [
        ...home('large', 'a', 'a', 'a', 'd'),
        ...home('two', 'a', 'd'),
        ...home('one', 'd'),
        { householdId: null, choices: 'd' },
      ],
      [1],
    );
    expect(map.statements[0]).toMatchObject({
      all: { agree: 4, disagree: 4, pass: 0 },
      households: { agree: 1, disagree: 2, pass: 1 },
    });
    expect(map.households).toBe(4);
  });

  it('counts every answer once, in all and in its group, whoever answers what', () => {
    fc.assert(
      fc.property(ballots(12), (all) => {
        const map = opinionMap(all, numbers(12));
        expect(opinionMap(all, numbers(12))).toEqual(map);
        for (const { no, all: tally, groups, consensus, divide } of map.statements) {
          const said = all.filter(({ choices }) => 'adp'.includes(choices[no - 1] ?? ' ')).length;
          expect(tally.agree + tally.disagree + tally.pass).toBe(said);
          const inGroups = groups.reduce((sum, one) => sum + one.agree + one.disagree + one.pass, 0);
          expect(inGroups).toBeLessThanOrEqual(said);
          if (consensus !== null) expect(consensus).toBeGreaterThan(0);
          if (consensus !== null) expect(consensus).toBeLessThan(1);
          expect(divide).toBeLessThanOrEqual(1);
        }
        for (const { size, x, y } of map.groups) {
          expect(size).toBeGreaterThanOrEqual(3);
          expect(Math.abs(x)).toBeLessThanOrEqual(1);
          expect(Math.abs(y)).toBeLessThanOrEqual(1);
        }
        if (map.groups.length > 0) expect(map.groups.reduce((sum, { size }) => sum + size, 0)).toBe(map.placed);
      }),
    );
  });

  it('gives the same groups when people come in another order', () => {
    const all = [...camp(30, 'aaaaadaa'), ...camp(20, 'dddaaddd')];
    const sizes = (some: Ballot[]) => opinionMap(some, numbers(8)).groups.map(({ size }) => size);
    expect(sizes(all.toReversed())).toEqual(sizes(all));
  });

  it('lets others work between portions', () => {
    const steps = opinionMapSteps([...camp(600, 'aaaaadaa'), ...camp(500, 'dddaaddd')], numbers(8));
    let yielded = 0;
    while (!steps.next().done) yielded += 1;
    expect(yielded).toBeGreaterThan(5);
  });
});
