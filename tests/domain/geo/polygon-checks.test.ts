import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkGrids, type GridArea } from '#server/kernel/polygon-checks';

type Corner = [number, number];

const [lng, lat] = [104.6, 28.7];
const step = 0.001;

/** A closed ring from corners in steps of about 100 m from one place in the district. */
const ring = (corners: Corner[]) => [...corners, corners[0]!].map(([x, y]) => [lng + x * step, lat + y * step]);
const grid = (code: string, corners: Corner[], villageCode = 'V'): GridArea => ({
  code,
  villageCode,
  geometry: { type: 'Polygon', coordinates: [ring(corners)] },
});
const block = (west: number, south: number, east: number, north: number): Corner[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];
const village = grid('V', block(0, 0, 10, 10));
const left = grid('L', block(0, 0, 5, 10));
const right = grid('R', block(5, 0, 10, 10));
const told = (grids: readonly GridArea[]) =>
  checkGrids(grids, [village]).map(({ kind, code, other }) => [kind, code, other].filter(Boolean).join(' '));

describe('checkGrids', () => {
  it('has nothing to say about grids that fill their village', () => {
    expect(told([left, right])).toEqual([]);
  });

  it.each([
    ['an overlap', [left, grid('R', block(4, 0, 10, 10))], ['overlap L R']],
    ['a grid inside another', [left, right, grid('X', block(1, 1, 2, 2))], ['overlap L X']],
    ['a part outside the village', [left, grid('R', block(5, 0, 12, 10))], ['outsideVillage R V']],
    ['a part that nobody covers', [left, grid('R', block(6, 0, 10, 10))], ['gap V']],
    ['an unknown village', [left, right, grid('X', block(20, 0, 21, 1), 'W')], ['villageUnknown X W']],
    [
      'a bow tie, and no talk of gaps while one outline is missing',
      [
        left,
        grid('R', [
          [5, 0],
          [10, 10],
          [10, 0],
          [5, 10],
        ]),
      ],
      ['selfIntersection R'],
    ],
  ])('finds %s', (_title, grids, expected) => {
    expect(told(grids)).toEqual(expected);
  });

  it('tells how much overlaps, in Chinese', () => {
    const [fault] = checkGrids([left, grid('R', block(4, 0, 10, 10))], [village]);
    expect(fault?.squareMetres).toBeGreaterThan(100_000);
    expect(fault?.squareMetres).toBeLessThan(115_000);
    expect(fault?.text).toMatch(/^网格 L 和 R 重叠约 \d+ 平方米$/);
  });

  it('forgives slivers that rounding leaves, and corners written twice', () => {
    expect(told([left, grid('R', block(5.001, 0, 10, 10))])).toEqual([]);
    const doubled = grid('R', [
      [5, 0],
      [5, 0],
      [10, 0],
      [10, 10],
      [5, 10],
      [5, 10],
    ]);
    expect(told([left, doubled])).toEqual([]);
  });

  it('finds rings that are empty or not closed', () => {
    const empty: GridArea = { code: 'E', villageCode: 'V', geometry: { type: 'MultiPolygon', coordinates: [] } };
    const open: GridArea = {
      code: 'O',
      villageCode: 'V',
      geometry: { type: 'Polygon', coordinates: [block(0, 0, 1, 1)] },
    };
    expect(told([left, right, empty, open])).toEqual(['empty E', 'open O']);
  });

  it('counts a hole in a grid as uncovered', () => {
    const coordinates = [ring(block(5, 0, 10, 10)), ring(block(6, 4, 8, 6))];
    const holed: GridArea = { ...right, geometry: { type: 'Polygon', coordinates } };
    expect(told([left, holed])).toEqual(['gap V']);
  });

  it('passes the delivered district', () => {
    const load = (name: string): GridArea[] => {
      const file = readFileSync(join(__dirname, '../../../prisma/data', `${name}.geojson`), 'utf8');
      const { features } = JSON.parse(file) as {
        features: { properties: { code: string; parent: string }; geometry: GridArea['geometry'] }[];
      };
      return features.map(({ properties, geometry }) => ({
        code: properties.code,
        villageCode: properties.parent,
        geometry,
      }));
    };
    expect(checkGrids(load('synthetic-grids'), load('synthetic-villages'))).toEqual([]);
  });

  it('answers for nothing at all', () => {
    expect(checkGrids([], [village])).toEqual([]);
  });
});
