import fc from 'fast-check';
import { checkSignIn, signInMetres } from '#shared/domain/bookings/geofence';

const village = { lng: 104.63, lat: 28.76 };
const metresNorth = (metres: number) => ({ lng: village.lng, lat: village.lat + metres / 111_195.08 });

describe('checkSignIn', () => {
  it.each([
    [0, undefined, undefined],
    [499, 200, undefined],
    [501, 10, 'booking_sign_in_too_far'],
    [0, 201, 'booking_sign_in_imprecise'],
    [5000, 201, 'booking_sign_in_imprecise'],
    [Number.NaN, 5, 'booking_sign_in_imprecise'],
  ])('%i m away with an accuracy of %s: %s', (metres, accuracy, reason) => {
    const check = checkSignIn({ ...metresNorth(metres), ...(accuracy === undefined ? {} : { accuracy }) }, village);
    expect(check).toEqual({ metres, reason });
  });

  it('draws a circle: the direction does not matter', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
        fc.integer({ min: 0, max: 2000 }),
        (angle, metres) => {
          fc.pre(Math.abs(metres - signInMetres) > 5);
          const point = {
            lng: village.lng + (metres * Math.sin(angle)) / (111_195.08 * Math.cos((village.lat * Math.PI) / 180)),
            lat: village.lat + (metres * Math.cos(angle)) / 111_195.08,
          };
          expect(checkSignIn(point, village).reason === undefined).toBe(metres < signInMetres);
        },
      ),
    );
  });
});
