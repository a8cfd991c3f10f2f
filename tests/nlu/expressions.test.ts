import { measureDetails } from '../../server/nlu/eval-details';

// Only shares: these expressions measure, no rule is made from them.
it.each(['times', 'places'] as const)('reads at least 95 in a hundred of 150 %s exactly', (name) => {
  const { share, count } = measureDetails()[name];
  expect(count).toBeGreaterThanOrEqual(150);
  expect(share).toBeGreaterThanOrEqual(0.95);
});
