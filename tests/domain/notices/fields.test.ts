import fc from 'fast-check';
import { fieldKinds, fitField } from '#shared/domain/notices/fields';

describe('fitField', () => {
  it.each([
    ['thing', '路灯不亮', '路灯不亮'],
    ['thing', '  高桥村三组\n村口\t路灯 ', '高桥村三组 村口 路灯'],
    ['thing', '一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
    ['thing', '一二三四五六七八九十一二三四五六七八九十一', '一二三四五六七八九十一二三四五六七八九…'],
    ['thing', '一二三四五六七八九十一二三四五六七八😀九十', '一二三四五六七八九十一二三四五六七八…'],
    ['thing', '路灯\u0000坏了', '路灯 坏了'],
    ['number', '12.5', '12.5'],
    ['letter', 'CP', 'CP'],
    ['symbol', '！？', '！？'],
    ['character_string', 'CP20261123-0042', 'CP20261123-0042'],
    ['time', '15:01', '15:01'],
    ['time', '2026年11月23日 15:01', '2026年11月23日 15:01'],
    ['time', '2026年11月23日 15:01~2026年11月24日 9:00', '2026年11月23日 15:01~2026年11月24日 9:00'],
    ['date', '2026年11月23日', '2026年11月23日'],
    ['date', '11月23日', '11月23日'],
    ['date', '2026-11-23', '2026-11-23'],
    ['amount', '¥120.50', '¥120.50'],
    ['phone_number', '+86-0831-1234567', '+86-0831-1234567'],
    ['car_number', '川Q12345', '川Q12345'],
    ['car_number', '川QD12345', '川QD12345'],
    ['name', '王敏', '王敏'],
    ['name', 'Wang Min', 'Wang Min'],
    ['phrase', '处置中', '处置中'],
    ['enum', '已办结', '已办结'],
  ] as const)('%s lets %j through as %j', (kind, raw, value) => {
    expect(fitField(kind, raw)).toMatchObject({ ok: true, value, shortened: value.endsWith('…') });
  });

  it.each([
    ['thing', '', 'empty'],
    ['thing', ' \n\u200b ', 'empty'],
    ['number', '十二', 'wrong_characters'],
    ['number', '1'.repeat(33), 'too_long'],
    ['letter', 'CP1', 'wrong_characters'],
    ['symbol', '！！！！！！', 'too_long'],
    ['character_string', '工单0042', 'wrong_characters'],
    ['character_string', 'C'.repeat(33), 'too_long'],
    ['time', '下午三点', 'wrong_characters'],
    ['time', '25:00', 'wrong_characters'],
    ['date', '15:01', 'wrong_characters'],
    ['date', '2026年13月1日', 'wrong_characters'],
    ['amount', '¥12345678901', 'wrong_characters'],
    ['phone_number', '请打电话', 'wrong_characters'],
    ['phone_number', '1'.repeat(18), 'too_long'],
    ['car_number', '川Q1234567', 'too_long'],
    ['name', '一二三四五六七八九十一', 'wrong_characters'],
    ['name', '王敏（网格员）', 'wrong_characters'],
    ['phrase', '处置完成了吗', 'too_long'],
    ['phrase', '处置P2', 'wrong_characters'],
  ] as const)('%s refuses %j as %s', (kind, raw, reason) => {
    const fitted = fitField(kind, raw);
    expect(fitted).toEqual({ ok: false, reason });
  });

  it('never lets a control character, a leading space or too many characters out', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fieldKinds), fc.string({ unit: 'binary', maxLength: 60 }), (kind, raw) => {
        const fitted = fitField(kind, raw);
        if (!fitted.ok) return;
        expect(fitted.value).not.toMatch(/[\p{Cc}\p{Cs}\n]|^\s|\s$/u);
        expect(fitted.value.length).toBeLessThanOrEqual(kind === 'thing' ? 20 : 48);
        expect(fitted.value).not.toBe('');
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
        const once = fitField('thing', raw);
        if (once.ok) expect(fitField('thing', once.value)).toEqual({ ...once, shortened: false });
      }),
    );
  });
});
