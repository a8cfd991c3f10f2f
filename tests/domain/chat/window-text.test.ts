import fc from 'fast-check';
import { numbered, windowTexts } from '#shared/domain/chat/window-text';

const told = (text: string, options: { label: string; page?: string }[] = [], lines: string[] = []) => ({
  text,
  lines,
  options,
});

describe('the talk where only text can be sent', () => {
  it('says cards as lines, choices as numbers, pages as links; only the last choices have numbers', () => {
    const page = { label: '看进度', page: '/packages/ticket/pages/detail/index?id=1' };
    const texts = windowTexts(
      [
        told('这样报可以吗？', [{ label: '先不报' }]),
        told('报上去了', [page, { label: '再报一件' }], ['CP1 路灯坏了']),
      ],
      'wx1',
      5,
    );
    expect(texts).toEqual([
      [
        ...['这样报可以吗？', '', '报上去了', 'CP1 路灯坏了', '回复 1：再报一件'],
        '<a data-miniprogram-appid="wx1" data-miniprogram-path="packages/ticket/pages/detail/index?id=1">看进度</a>',
      ].join('\n'),
    ]);
    expect(numbered([page, { label: '再报一件' }])).toEqual([{ label: '再报一件' }]);
  });

  it('never says more, or longer, than WeChat takes, and says when there is more', () => {
    const message = fc.record({
      text: fc.string({ unit: 'grapheme', maxLength: 900 }),
      lines: fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 4 }),
      options: fc.array(fc.record({ label: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }) }), {
        maxLength: 5,
      }),
    });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 8 }), fc.integer({ min: 0, max: 5 }), (messages, parts) => {
        const texts = windowTexts(messages, 'wx1234567890abcdef', parts);
        expect(texts.length).toBeLessThanOrEqual(parts);
        for (const text of texts) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2048);
        const all = windowTexts(messages, 'wx1234567890abcdef', 100);
        if (parts > 0 && all.length > parts) expect(texts.at(-1)).toContain('到服务台小程序里看');
      }),
    );
  });
});
