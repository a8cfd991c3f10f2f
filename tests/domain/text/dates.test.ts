import { agoText, dayPartText, dayText, limitText, momentText, roughText, timeText } from '#shared/domain/text/dates';
import { at } from '../support';

const now = at('2026-11-23 15:00');

describe('dates as people say them', () => {
  it.each([
    ['2026-11-21', '前天'],
    ['2026-11-22', '昨天'],
    ['2026-11-23', '今天'],
    ['2026-11-24', '明天'],
    ['2026-11-25', '后天'],
    ['2026-11-26', '11月26日 周四'],
    ['2026-03-05', '3月5日 周四'],
    ['2027-01-04', '2027年1月4日 周一'],
    ['2025-12-31', '2025年12月31日 周三'],
  ])('%s is %s', (day, text) => {
    expect(dayText(day, now)).toBe(text);
  });

  it('says tomorrow across the year end, without the year', () => {
    expect(dayText('2027-01-01', at('2026-12-31 23:59'))).toBe('明天');
  });

  it.each([
    ['2026-11-23 15:20', '今天 15:20', '今天下午'],
    ['2026-11-24 00:00', '明天 00:00', '明天凌晨'],
    ['2026-11-24 05:00', '明天 05:00', '明天早上'],
    ['2026-11-24 08:05', '明天 08:05', '明天上午'],
    ['2026-11-24 12:00', '明天 12:00', '明天中午'],
    ['2026-11-24 14:00', '明天 14:00', '明天下午'],
    ['2026-03-05 18:00', '3月5日 周四 18:00', '3月5日 周四晚上'],
  ])('%s is %s, roughly %s', (moment, exact, rough) => {
    expect(momentText(at(moment), now)).toBe(exact);
    expect(roughText(at(moment), now)).toBe(rough);
  });

  it('reads the Shanghai clock wherever it runs', () => {
    expect(timeText(new Date('2026-11-23T16:30:00Z'))).toBe('00:30');
    expect(dayPartText(new Date('2026-11-23T16:30:00Z'))).toBe('凌晨');
  });

  it.each([
    ['2026-11-23 23:59:59', '今天内'],
    ['2026-12-01 23:59:59', '12月1日 周二内'],
    ['2026-11-23 15:20', '今天 15:20 前'],
    ['2026-11-24 09:30', '明天 09:30 前'],
  ])('a limit of %s reads %s', (due, text) => {
    expect(limitText(at(due), now)).toBe(text);
  });

  it.each([
    ['2026-11-23 14:59:30', '刚刚'],
    ['2026-11-23 14:55', '5 分钟前'],
    ['2026-11-23 11:30', '3 小时前'],
    ['2026-11-22 16:00', '昨天 16:00'],
    ['2026-11-23 15:30', '今天 15:30'],
  ])('%s was %s', (moment, text) => {
    expect(agoText(at(moment), now)).toBe(text);
  });
});
