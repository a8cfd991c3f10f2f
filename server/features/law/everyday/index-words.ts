import { civilContracts } from './civil-contracts';
import { civilDeals } from './civil-deals';
import { civilGeneral } from './civil-general';
import { civilHarm } from './civil-harm';
import { civilPersons } from './civil-persons';
import { civilProperty } from './civil-property';
import { otherLaws } from './other-laws';

/** One article and the everyday words it is looked for by. */
export interface ArticleWords {
  readonly short: string;
  readonly no: number;
  readonly words: string;
}

const lineOf = /^(\S+) ([\d,-]+) (.+)$/;

/** The lines of the word lists, an entry an article, their words put as `plain` does. A line: short name, articles (`16`, `17-20`, commas), words. */
export function everydayWords(plain: (text: string) => string): ArticleWords[] {
  return [civilGeneral, civilProperty, civilContracts, civilDeals, civilPersons, civilHarm, otherLaws]
    .flatMap((list) => list.trim().split('\n'))
    .flatMap((line) => {
      const [, short = '', articles = '', said = ''] = lineOf.exec(line) ?? [];
      const words = plain(said);
      return articles.split(',').flatMap((part) => {
        const [from = 0, to = from] = part.split('-').map(Number);
        return Array.from({ length: to - from + 1 }, (_, index) => ({ short, no: from + index, words }));
      });
    });
}
