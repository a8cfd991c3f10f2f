import fc from 'fast-check';
import {
  choiceAt,
  householdChoice,
  isUnclear,
  letterOf,
  mostOwnStatements,
  mostStatements,
  nextStatement,
  opinionChoices,
  sharesOf,
} from '#shared/domain/forum/opinions';

describe('opinions', () => {
  it('reads back every answer that was written, and nothing where none was', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.constantFrom(...opinionChoices)), { maxLength: 200 }), (said) => {
        const choices = said.map((choice) => (choice ? letterOf(choice) : '-')).join('');
        said.forEach((choice, index) => {
          expect(choiceAt(choices, index + 1)).toBe(choice ?? undefined);
        });
        expect(choiceAt(choices, said.length + 1)).toBeUndefined();
      }),
    );
  });

  it.each([
    [
      { agree: 3, disagree: 1, pass: 0 },
      { seen: 4, agree: 75, disagree: 25, pass: 0 },
    ],
    [
      { agree: 0, disagree: 0, pass: 0 },
      { seen: 0, agree: 0, disagree: 0, pass: 0 },
    ],
    [
      { agree: 1, disagree: 1, pass: 1 },
      { seen: 3, agree: 33, disagree: 33, pass: 33 },
    ],
  ])('%j in percent is %j', (tally, shares) => {
    expect(sharesOf(tally)).toEqual(shares);
  });

  it.each([
    [{ agree: 3, disagree: 3, pass: 3 }, false],
    [{ agree: 3, disagree: 3, pass: 4 }, true],
    [{ agree: 10, disagree: 4, pass: 7 }, true],
    [{ agree: 10, disagree: 5, pass: 7 }, false],
  ])('%j is unclear: %s', (tally, unclear) => {
    expect(isUnclear(tally)).toBe(unclear);
  });

  it.each([
    [[], undefined],
    [['AGREE'], 'AGREE'],
    [['AGREE', 'DISAGREE'], 'PASS'],
    [['PASS', 'DISAGREE'], 'DISAGREE'],
    [['PASS'], 'PASS'],
  ] as const)('a household that says %j says %s', (said, voice) => {
    expect(householdChoice(said)).toBe(voice);
  });

  it('asks what fewest have seen, then the oldest, and never twice', () => {
    const statements = [
      { no: 1, seen: 5 },
      { no: 2, seen: 2 },
      { no: 3, seen: 2 },
    ];
    expect(nextStatement(statements, '')?.no).toBe(2);
    expect(nextStatement(statements, '-a')?.no).toBe(3);
    expect(nextStatement(statements, '-ap')?.no).toBe(1);
    expect(nextStatement(statements, 'dap')).toBeUndefined();
  });

  it('leaves room for many, and nobody fills it alone', () => {
    expect(mostStatements / mostOwnStatements).toBeGreaterThanOrEqual(20);
  });
});
