import fc from 'fast-check';
import { defaultPace, travelBetween } from '#shared/domain/bookings/travel';

const points = new Map([
  ['a', { lng: 104.6, lat: 28.75 }],
  ['b', { lng: 104.7, lat: 28.75 }],
]);
const travel = travelBetween(points);

describe('travelBetween', () => {
  it.each([
    ['a', 'a', 0],
    [undefined, undefined, 0],
    ['x', 'x', 0],
    ['a', 'b', 35],
    ['b', 'a', 35],
    ['a', undefined, defaultPace.unknownMinutes],
    ['a', 'x', defaultPace.unknownMinutes],
  ])('from %s to %s it takes %i minutes', (from, to, minutes) => {
    expect(travel(from, to)).toBe(minutes);
  });

  it('takes whole steps of five minutes, the same there and back, never less than the straight line', () => {
    const point = fc.record({
      lng: fc.double({ min: 104.4, max: 105, noNaN: true }),
      lat: fc.double({ min: 28.6, max: 29, noNaN: true }),
    });
    fc.assert(
      fc.property(point, point, (a, b) => {
        const way = travelBetween(
          new Map([
            ['a', a],
            ['b', b],
          ]),
        );
        expect(way('a', 'b') % 5).toBe(0);
        expect(way('a', 'b')).toBe(way('b', 'a'));
        expect(way('a', 'b')).toBeGreaterThanOrEqual(defaultPace.fixedMinutes);
      }),
    );
  });
});
