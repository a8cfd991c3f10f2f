/** One judged example. */
export interface Pair {
  expected: string;
  got: string;
}

/** Figures of one label, all in 0–1. */
export interface LabelFigures {
  label: string;
  precision: number;
  recall: number;
  f1: number;
  support: number;
}

/** Accuracy, macro-F1 over the labels that are expected somewhere, and the figures of each. Empty input gives zeros. */
export function measure(pairs: readonly Pair[]): { accuracy: number; macroF1: number; perLabel: LabelFigures[] } {
  const labels = [...new Set(pairs.map((pair) => pair.expected))].sort();
  const perLabel = labels.map((label) => {
    const support = pairs.filter((pair) => pair.expected === label).length;
    const claimed = pairs.filter((pair) => pair.got === label).length;
    const right = pairs.filter((pair) => pair.expected === label && pair.got === label).length;
    const precision = claimed === 0 ? 0 : right / claimed;
    const recall = right / support;
    const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    return { label, precision, recall, f1, support };
  });
  const accuracy = pairs.filter((pair) => pair.expected === pair.got).length / (pairs.length || 1);
  return { accuracy, macroF1: perLabel.reduce((sum, one) => sum + one.f1, 0) / (labels.length || 1), perLabel };
}

/** Wrong pairs with their counts, the most frequent first. */
export function confusions(pairs: readonly Pair[]): { expected: string; got: string; count: number }[] {
  const counts = new Map<string, { expected: string; got: string; count: number }>();
  for (const { expected, got } of pairs) {
    if (expected === got) continue;
    const key = `${expected}\t${got}`;
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { expected, got, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

/** 0.9312 → 93.1 %. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/**
 * Expected calibration error over ten equal bins of confidence: how far, on average, "80 % sure" is from being right 80 times in a
 * hundred. 0 is perfect; empty input gives 0.
 */
export function expectedCalibrationError(guesses: readonly { confidence: number; right: boolean }[]): number {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (const guess of guesses) {
    const bin = bins[Math.min(9, Math.floor(guess.confidence * 10))];
    if (!bin) continue;
    bin.count++;
    bin.confidence += guess.confidence;
    bin.right += guess.right ? 1 : 0;
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / (guesses.length || 1);
}
