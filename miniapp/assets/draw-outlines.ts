import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Feature {
  properties: { code: string; name: string; parent?: string };
  geometry: { type: 'Polygon'; coordinates: Pair[][] } | { type: 'MultiPolygon'; coordinates: Pair[][][] };
}
type Pair = [number, number];

const places = join(__dirname, '../../prisma/data');
const short = (degrees: number) => Number(degrees.toFixed(4));

async function outlinesOf(file: string) {
  const { features } = JSON.parse(await readFile(join(places, file), 'utf8')) as { features: Feature[] };
  return features.map(({ properties: { code, name, parent }, geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const rings = polygons.flat().map((ring) => ring.map(([lng, lat]): Pair => [short(lng), short(lat)]));
    return { code, name, ...(parent ? { parent } : {}), rings };
  });
}

/** Copies the synthetic town and village outlines for the browser's place picker. Run again with `npx tsx miniapp/assets/draw-outlines.ts` after they change. */
async function drawOutlines(): Promise<void> {
  const towns = await outlinesOf('synthetic-towns.geojson');
  const villages = await outlinesOf('synthetic-villages.geojson');
  await writeFile(join(__dirname, 'outlines.json'), `${JSON.stringify({ towns, villages })}\n`);
}

void drawOutlines();
