import fc from 'fast-check';
import { cued, cuesOf } from '../../server/nlu/cued';

const cuesAs = (pattern: RegExp) => {
  const cues = cuesOf(pattern);
  return cues && String.fromCharCode(...[...cues].sort((a, b) => a - b));
};

describe('characters without which an expression cannot match', () => {
  it.each<[RegExp, string | undefined]>([
    [/我家着火/, '着'],
    [/(?:煤气|天然气)漏/, '漏'],
    [/漏水|停电/, '停漏'],
    [/[赶逢]/, '赶逢'],
    [/塌(?:方|陷)?/, '塌'],
    [/\d{3}号/, '号'],
    [/ok/i, 'Oo'],
    [/(?:不)?/, undefined],
    [/坏|[^,]{3}/, undefined],
  ])('%s', (pattern, cues) => {
    expect(cuesAs(pattern)).toBe(cues);
  });

  it('refuses what has none, and what remembers a place', () => {
    expect(() => cued(/(?:不)?/)).toThrow('no cues');
    expect(() => cued(/坏/g)).toThrow('no cues');
  });

  it.each([
    /(?:掉|落|跌)(?:进|到)?(?:了)?[^,.]{0,5}(?:水|河)(?:里)?|溺水/,
    /(?<![一二三])第?([一二三]{1,3}|\d{1,2})(组|队|社)(?!区)/,
    /^(?:嗯|哦)*[,.]?(?:是(?:的)?|ok|要得)$/i,
    /(?:从|自从)?((?:昨天|[一二\d]{1,2}月(?:份)?)(?:早上)?)(?:开始|起)/,
  ])('matches what %s matches alone', (pattern) => {
    const own = cued(pattern);
    const letters = fc.constantFrom(...'掉落进了水河里溺,.第一二三3组队社区嗯是的OKok要得从自昨天月份早上开始起');
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 12 }), (characters) => {
        const text = characters.join('');
        expect(own.exec(text)).toEqual(pattern.exec(text));
        expect(own.test(text)).toBe(pattern.test(text));
      }),
      { numRuns: 2_000 },
    );
  });
});
