const figuresOf = (text: string): string[] => text.match(/\d+/g) ?? [];

/** Whether a text holds a figure that the one it was made from has not: a day, a sum, a number that nobody said. */
export function addsFigures(from: string, to: string): boolean {
  const known = new Set(figuresOf(from));
  return figuresOf(to).some((figure) => !known.has(figure));
}
