import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import fc from 'fast-check';
import { type Area, boxOf, buildGeoIndex } from '#server/kernel/geo-index';

type Corner = [number, number];

const ring = (...corners: Corner[]): Corner[] => [...corners, corners[0]!];
const square = (code: string, west: number, south: number, size = 1): Area => ({
  code,
  geometry: {
    type: 'Polygon',
    coordinates: [ring([west, south], [west + size, south], [west + size, south + size], [west, south + size])],
  },
});

const file = readFileSync(join(__dirname, '../../../prisma/data/synthetic-grids.geojson'), 'utf8');
const { features } = JSON.parse(file) as { features: { properties: { code: string }; geometry: Area['geometry'] }[] };
const grids: Area[] = features.map(({ properties, geometry }) => ({ code: properties.code, geometry }));

describe('buildGeoIndex', () => {
  const four = [square('d', 1, 1), square('b', 1, 0), square('c', 0, 1), square('a', 0, 0)];
  const index = buildGeoIndex(four);

  it.each([
    ['inside', 0.5, 0.5, 'a'],
    ['inside another', 1.5, 1.5, 'd'],
    ['on a shared edge', 1, 0.5, 'a'],
    ['on the other shared edge', 0.5, 1, 'a'],
    ['where four corners meet', 1, 1, 'a'],
    ['on the outer edge', 2, 0.5, 'b'],
    ['on an outer corner', 2, 2, 'd'],
    ['outside', 2.1, 0.5, undefined],
    ['far away', 104, 28, undefined],
    ['nowhere', Number.NaN, 0.5, undefined],
  ])('%s: (%d, %d) is in %s', (_title, lng, lat, code) => {
    expect(index.locate(lng, lat)).toBe(code);
  });

  it('does not depend on the order in which areas are given', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(four, { minLength: 4 }),
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 0, max: 8 }),
        (areas, x, y) => {
          expect(buildGeoIndex(areas).locate(x / 4, y / 4)).toBe(index.locate(x / 4, y / 4));
        },
      ),
    );
  });

  it('leaves out holes and gives them to whoever lies in them', () => {
    const holed: Area = {
      code: 'a',
      geometry: {
        type: 'Polygon',
        coordinates: [ring([0, 0], [4, 0], [4, 4], [0, 4]), ring([1, 1], [1, 3], [3, 3], [3, 1])],
      },
    };
    expect(buildGeoIndex([holed]).locate(2, 2)).toBeUndefined();
    expect(buildGeoIndex([holed]).locate(0.5, 2)).toBe('a');
    expect(buildGeoIndex([holed, square('z', 1, 1, 2)]).locate(2, 2)).toBe('z');
  });

  it('knows every part of a scattered area', () => {
    const scattered: Area = {
      code: 'islands',
      geometry: {
        type: 'MultiPolygon',
        coordinates: [[ring([0, 0], [1, 0], [1, 1], [0, 1])], [ring([5, 5], [6, 5], [6, 6], [5, 6])]],
      },
    };
    const islands = buildGeoIndex([scattered]);
    expect([islands.locate(0.5, 0.5), islands.locate(5.5, 5.5), islands.locate(3, 3)]).toEqual([
      'islands',
      'islands',
      undefined,
    ]);
    expect(boxOf(scattered.geometry)).toEqual([0, 0, 6, 6]);
  });

  it('answers for no areas and for an empty outline', () => {
    expect(buildGeoIndex([]).locate(1, 1)).toBeUndefined();
    expect(buildGeoIndex([{ code: 'x', geometry: { type: 'MultiPolygon', coordinates: [] } }]).size).toBe(0);
  });

  it('leaves no crack where rounding bent one neighbour’s edge away from the other’s', () => {
    const above: Area = { code: 'above', geometry: { type: 'Polygon', coordinates: [ring([0, 0], [1, 1], [0, 1])] } };
    const below: Area = {
      code: 'below',
      geometry: { type: 'Polygon', coordinates: [ring([0, 0], [1, 0], [1, 1], [0.5, 0.4999995])] },
    };
    const both = buildGeoIndex([above, below]);
    fc.assert(
      fc.property(fc.double({ min: 0.3, max: 0.7, noNaN: true }), (x) => {
        const y = x - 1e-7;
        expect([above, below].some(({ geometry }) => booleanPointInPolygon([x, y], geometry))).toBe(false);
        expect(both.locate(x, y)).toBe('below');
      }),
    );
  });
});

describe('the district', () => {
  const index = buildGeoIndex(grids);

  it('has 781 grids', () => {
    expect(index.size).toBe(781);
  });

  it('agrees with asking every grid in turn', () => {
    const lng = fc.double({ min: 104.3, max: 105, noNaN: true });
    const lat = fc.double({ min: 28.5, max: 29.1, noNaN: true });
    fc.assert(
      fc.property(lng, lat, (x, y) => {
        const holding = grids.filter(({ geometry }) => booleanPointInPolygon([x, y], geometry)).map(({ code }) => code);
        expect(index.locate(x, y)).toBe(holding.sort()[0]);
      }),
      { numRuns: 300 },
    );
  });

  it('finds some grid for every corner of every grid', () => {
    const corners = grids.flatMap(({ geometry }) =>
      geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2),
    );
    expect(corners.filter(([lng, lat]) => index.locate(lng!, lat!) === undefined)).toEqual([]);
  });
});
