import { articleName, articleNamedIn } from '#shared/domain/law/citation';
import { facetOf, facetText } from '#shared/domain/law/facets';
import { marksIn, snippetOf } from '#shared/domain/law/marks';

describe('articles named in a text', () => {
  it.each([
    ['《民法典》第一千零八十五条', '民法典', 1085, 0],
    ['《中华人民共和国民法典》第1085条', '民法典', 1085, 0],
    ['依据劳动合同法第八十二条', '依据劳动合同法', 82, 0],
    ['劳动合同法 第三十条', '劳动合同法', 30, 0],
    ['《某条例》第十二条之一', '某条例', 12, 1],
  ])('%s', (text, short, no, sub) => {
    expect(articleNamedIn(text)).toEqual({ short, no, sub });
  });

  it.each(['民法典', '第八条', '', '《》第一条', '老板不给钱'])('%s names none', (text) => {
    expect(articleNamedIn(text)).toBeUndefined();
  });

  it('are written as they are read', () => {
    expect(articleNamedIn(articleName({ short: '民法典', no: 1085, sub: 0 }))).toEqual({
      short: '民法典',
      no: 1085,
      sub: 0,
    });
  });
});

describe('marks and snippets', () => {
  it('join where they touch, and stand where the words are', () => {
    expect(marksIn('饲养的动物造成他人损害', ['动物', '物造', '损害', ''])).toEqual([
      [3, 6],
      [9, 11],
    ]);
  });

  it('show the part around the first long mark', () => {
    const text = `${'前'.repeat(200)}竹椅损坏${'后'.repeat(200)}`;
    const snippet = snippetOf(text, marksIn(text, ['竹椅', '椅损', '损坏']), 60);
    expect(snippet).toContain('竹椅损坏');
    expect(snippet.length).toBeLessThanOrEqual(62);
    expect(snippetOf('短短一条', [], 60)).toBe('短短一条');
  });
});

describe('what people ask next', () => {
  it.each([
    ['那要好多钱嘛', 'cost'],
    ['收费不', 'cost'],
    ['去哪里办', 'where'],
    ['找哪个管', 'where'],
    ['要带啥子材料', 'proof'],
    ['要好久嘛', 'time'],
    ['女儿也要管嘛', undefined],
  ])('%s → %s', (text, facet) => {
    expect(facetOf(text)).toBe(facet);
  });

  it('has a place to go for every kind of dispute, and one for any other', () => {
    expect(facetText('where', '劳动')).toContain('12333');
    expect(facetText('where', '没有这一类')).toContain('12345');
  });
});
