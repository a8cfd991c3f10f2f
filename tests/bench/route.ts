import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { type Area, boxOf, buildGeoIndex } from '#server/kernel/geo-index';

type Box = readonly [west: number, south: number, east: number, north: number];

/** Same points every run: a small linear congruential generator, 0 to 1. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The district's 781 synthetic grids. */
function districtAreas(): Area[] {
  const text = readFileSync(join(__dirname, '../../prisma/data/synthetic-grids.geojson'), 'utf8');
  const { features } = JSON.parse(text) as { features: { properties: { code: string }; geometry: Area['geometry'] }[] };
  return features.map(({ properties, geometry }) => ({ code: properties.code, geometry }));
}

/** `side`² touching cells over the same box, each of 16 points on bent shared edges. */
function cells(side: number, [west, south, east, north]: Box): Area[] {
  const bend = (a: number, b: number) => 0.2 * Math.sin(a * 12.9898 + b * 78.233);
  const point = (x: number, y: number) => [
    west + ((x + bend(x, y)) / side) * (east - west),
    south + ((y + bend(y, x)) / side) * (north - south),
  ];
  const quarter = [0, 0.25, 0.5, 0.75];
  return Array.from({ length: side * side }, (_, index) => {
    const [x, y] = [index % side, Math.floor(index / side)];
    const ring = [
      ...quarter.map((part) => point(x + part, y)),
      ...quarter.map((part) => point(x + 1, y + part)),
      ...quarter.map((part) => point(x + 1 - part, y + 1)),
      ...quarter.map((part) => point(x, y + 1 - part)),
    ];
    return { code: String(index).padStart(7, '0'), geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]!]] } };
  });
}

function pointsIn([west, south, east, north]: Box, count: number): [number, number][] {
  const next = sequence(20_261_123);
  return Array.from({ length: count }, () => [west + next() * (east - west), south + next() * (north - south)]);
}

/** The scan everybody writes first: each box, then each outline, until one holds the point. */
function linearScan(areas: readonly Area[]) {
  const boxed = areas.map((area) => ({ area, box: boxOf(area.geometry) }));
  return (lng: number, lat: number) =>
    boxed.find(
      ({ area, box: [west, south, east, north] }) =>
        lng >= west && lng <= east && lat >= south && lat <= north && booleanPointInPolygon([lng, lat], area.geometry),
    )?.area.code;
}

/** Lookups a second over about a second of work, and how many points were found. */
function measure(locate: (lng: number, lat: number) => string | undefined, points: readonly [number, number][]) {
  for (const [lng, lat] of points.slice(0, 2000)) locate(lng, lat);
  let done = 0;
  let found = 0;
  const start = performance.now();
  while (performance.now() - start < 1000) {
    for (const [lng, lat] of points.slice(done % points.length, (done % points.length) + 500)) {
      if (locate(lng, lat) !== undefined) found += 1;
      done += 1;
    }
  }
  const perSecond = done / ((performance.now() - start) / 1000);
  return { perSecond, hits: found / done };
}

function report(areas: readonly Area[], box: Box): void {
  const built = performance.now();
  const index = buildGeoIndex(areas);
  const buildMs = performance.now() - built;
  const points = pointsIn(box, 300_000).filter(([lng, lat]) => index.locate(lng, lat) !== undefined);
  const indexed = measure(index.locate, points);
  const scanned = measure(linearScan(areas), points);
  const scan = linearScan(areas);
  const sample = points.slice(0, 300);
  const differ = sample.filter(([lng, lat]) => scan(lng, lat) !== index.locate(lng, lat)).length;
  const figure = (value: number) => Math.round(value).toLocaleString('en');
  console.log(
    `${figure(areas.length)} polygons: index ${figure(indexed.perSecond)}/s (built in ${buildMs.toFixed(0)} ms, ` +
      `${(indexed.hits * 100).toFixed(0)} % inside), linear scan ${figure(scanned.perSecond)}/s, ` +
      `${(indexed.perSecond / scanned.perSecond).toFixed(0)} times; ${differ} of ${sample.length} answers differ`,
  );
}

const district = districtAreas();
const box = district
  .map(({ geometry }) => boxOf(geometry))
  .reduce<Box>(
    (whole, [west, south, east, north]) => [
      Math.min(whole[0], west),
      Math.min(whole[1], south),
      Math.max(whole[2], east),
      Math.max(whole[3], north),
    ],
    [Infinity, Infinity, -Infinity, -Infinity],
  );
report(district, box);
report(cells(317, box).slice(0, 100_000), box);
