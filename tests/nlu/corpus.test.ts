import { join } from 'node:path';
import categoryTable from '../../prisma/data/categories.json';
import { readHeldOut, readTraining } from '../../server/nlu/corpus-files';
import { dangerIn } from '../../server/nlu/danger';
import lexicon from '../../server/nlu/lexicon.json';
import { measure } from '../../server/nlu/measures';
import model from '../../server/nlu/model.json';
import { normalize } from '../../server/nlu/normalize';
import { corpusHash } from '../../server/nlu/training';
import { understand } from '../../server/nlu/understand';
import { intents } from '../../server/nlu/understanding';

const folder = join(__dirname, '..', '..', 'server', 'nlu', 'corpus');
const training = readTraining(folder);
const heldOut = readHeldOut(folder);
const codes = categoryTable.categories.map((category) => category.code);

describe('the corpus', () => {
  it('has at least 1,500 utterances, no text twice, and at least 300 held out', () => {
    expect(training.length).toBeGreaterThanOrEqual(1_500);
    expect(new Set(training.map((one) => one.text)).size).toBe(training.length);
    expect(heldOut.length).toBeGreaterThanOrEqual(300);
  });

  it('trains on nothing that is held out', () => {
    const trained = new Set(training.map((one) => one.text));
    expect(heldOut.filter((one) => trained.has(one.text))).toEqual([]);
  });

  it.each([
    ['training', training],
    ['held-out', heldOut],
  ] as const)('covers every intent and category in the %s part with known labels', (_, part) => {
    expect(new Set(part.map((one) => one.intent))).toEqual(new Set(intents));
    expect(new Set(part.flatMap((one) => (one.category === '-' ? [] : [one.category])))).toEqual(new Set(codes));
  });

  it('has key words for every category of the table', () => {
    expect(Object.keys(lexicon.categories).sort()).toEqual([...codes].sort());
  });
});

describe('the shipped model', () => {
  it('was trained on exactly this corpus', () => {
    expect(model.provenance.corpus).toBe(corpusHash(training));
    expect(model.intent.labels).toEqual([...intents].sort());
    expect(model.category.labels).toEqual([...codes].sort());
  });
});

describe('measured on the held-out part', () => {
  const now = new Date('2026-11-23T08:00:00Z');
  const read = heldOut.map((one) => ({ ...one, seen: understand(one.text, { now }) }));

  it('keeps its floors: intent, category, category among the first two', () => {
    const intent = measure(read.map((one) => ({ expected: one.intent, got: one.seen.intent })));
    const problems = read.filter((one) => one.category !== '-' && one.seen.category);
    const category = measure(problems.map((one) => ({ expected: one.category, got: one.seen.category!.code })));
    const second = problems.filter((one) =>
      one.seen.category!.candidates.slice(0, 2).some((two) => two.code === one.category),
    );
    expect(intent.accuracy).toBeGreaterThanOrEqual(0.91);
    expect(intent.macroF1).toBeGreaterThanOrEqual(0.89);
    expect(category.accuracy).toBeGreaterThanOrEqual(0.86);
    expect(second.length / problems.length).toBeGreaterThanOrEqual(0.93);
  });

  it('misses no emergency', () => {
    const missed = read.filter((one) => one.intent === 'emergency' && !one.seen.danger);
    expect(missed.map((one) => one.text)).toEqual([]);
  });

  it('sees the danger in every emergency of the whole corpus and seldom sees one where none is', () => {
    const everything = [...training, ...heldOut];
    const raised = everything.filter((one) => dangerIn(normalize(one.text)));
    const emergencies = everything.filter((one) => one.intent === 'emergency');
    expect(emergencies.filter((one) => !raised.includes(one)).map((one) => one.text)).toEqual([]);
    expect(emergencies.length / raised.length).toBeGreaterThanOrEqual(0.85);
  });
});
