import { z } from 'zod';
import { AppError } from '#shared/errors';
import type { Outline } from '../world';
import { complaintOf } from './report';

const Position = z.array(z.number()).min(2);
const Ring = z.array(Position);
const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) }),
]);
const Feature = z.object({
  properties: z.object({ code: z.string(), synthetic: z.boolean().default(false) }),
  geometry: Geometry,
});
const Collection = z.object({
  type: z.literal('FeatureCollection'),
  metadata: z.object({ crs: z.string().optional() }).optional(),
  features: z.array(z.unknown()),
});

/** The outline of one place. */
export interface OutlineFeature {
  readonly code: string;
  readonly synthetic: boolean;
  readonly outline: Outline;
}

export { Geometry as outlineShape };

/** The features of a GeoJSON collection in GCJ-02. Throws invalid_input when it is none, or says that it is in other coordinates. */
export function featuresOf(file: unknown): readonly unknown[] {
  const parsed = Collection.safeParse(file);
  if (!parsed.success) throw new AppError('invalid_input', { file: `不是 GeoJSON：${complaintOf(parsed.error)}` });
  const crs = parsed.data.metadata?.crs;
  if (crs && !/GCJ-?02/i.test(crs))
    throw new AppError('invalid_input', { file: `坐标系是 ${crs}，请先转换成 GCJ-02（微信、腾讯地图用的坐标）` });
  return parsed.data.features;
}

/** Every feature with a code and an outline; others are left out. */
export function outlineFeatures(file: unknown): OutlineFeature[] {
  return featuresOf(file).flatMap((entry) => {
    const parsed = Feature.safeParse(entry);
    if (!parsed.success) return [];
    const { properties, geometry } = parsed.data;
    return [{ code: properties.code, synthetic: properties.synthetic, outline: geometry }];
  });
}
