import { Text, View } from '@tarojs/components';
import './law.scss';

/** A text in paragraphs, with parts of it marked. `marks` are places in the whole text: from, to (exclusive), in order. */
export function MarkedText({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) {
  let start = 0;
  const paragraphs = text.split('\n').map((line) => {
    const from = start;
    start += line.length + 1;
    return { from, line };
  });
  return (
    <View className="law-text">
      {paragraphs.map(({ from, line }) => (
        <View key={from} className={from > 0 ? 'law-par' : ''}>
          {pieces(line, from, marks).map(({ at, words, marked }) => (
            <Text key={at} className={marked ? 'law-mark' : ''}>
              {words}
            </Text>
          ))}
        </View>
      ))}
    </View>
  );
}

function pieces(line: string, from: number, marks: readonly (readonly [number, number])[]) {
  const cut: { at: number; words: string; marked: boolean }[] = [];
  let done = 0;
  for (const [begin, end] of marks) {
    const [a, b] = [Math.max(begin - from, done), Math.min(end - from, line.length)];
    if (b <= a) continue;
    if (a > done) cut.push({ at: done, words: line.slice(done, a), marked: false });
    cut.push({ at: a, words: line.slice(a, b), marked: true });
    done = b;
  }
  if (done < line.length) cut.push({ at: done, words: line.slice(done), marked: false });
  return cut;
}
