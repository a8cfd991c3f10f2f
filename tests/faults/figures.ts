import fs from 'node:fs';

/** Whether `npm run faults` asks, which has the machine to itself: only then are limits of speed held against what was measured. */
export const isMeasuring = Boolean(process.env.FAULT_FIGURES);

/** Says what was measured in the running test; `npm run faults` prints it behind PASS or FAIL. */
export function figures(measured: Record<string, number | string>): void {
  const file = process.env.FAULT_FIGURES;
  if (!file) return;
  const text = Object.entries(measured)
    .map(([name, value]) => `${name} ${typeof value === 'number' ? Math.round(value * 10) / 10 : value}`)
    .join(', ');
  fs.appendFileSync(file, `${JSON.stringify({ test: expect.getState().currentTestName, text })}\n`);
}
