import { boundsOf, type Projection } from './projection';
import type { DrawnShape } from './types';

const width = 600;

const escaped = (text: string) => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const positionsOf = (ring: readonly (readonly [number, number])[]) => ring.map(([lng, lat]) => ({ lng, lat }));

/** Every corner of the outlines, for fitting a map around them. */
export function cornersOf(shapes: readonly DrawnShape[]) {
  return shapes.flatMap((shape) => shape.rings.flatMap(positionsOf));
}

function fillOf({ weight, selected, quiet }: DrawnShape): string {
  if (weight !== undefined) return `fill="#0F7B5F" fill-opacity="${(0.06 + 0.6 * Math.min(1, weight)).toFixed(2)}"`;
  if (quiet && !selected) return 'fill="#0F7B5F" fill-opacity="0.03"';
  return `fill="#0F7B5F" fill-opacity="${selected ? 0.3 : 0.13}"`;
}

/** The outlines as an SVG document, 600 units wide. */
export function drawShapes(
  shapes: readonly DrawnShape[],
  projection: Projection,
  aspect: number,
  names: boolean,
): string {
  const height = Math.round(width / aspect);
  const point = (lng: number, lat: number) => {
    const { x, y } = projection.place({ lng, lat });
    return `${(x * width).toFixed(1)} ${(y * height).toFixed(1)}`;
  };
  const areas = shapes.map((shape) => {
    const path = shape.rings.map((ring) => `M${ring.map(([lng, lat]) => point(lng, lat)).join('L')}z`).join('');
    const stroke = shape.quiet && !shape.selected ? '#B9C6B3' : '#0F7B5F';
    return `<path d="${path}" ${fillOf(shape)} fill-rule="evenodd" stroke="${stroke}" stroke-width="${shape.selected ? 4 : 2}"/>`;
  });
  const labels = names ? namesOf(shapes, projection, height) : [];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" stroke-linejoin="round">${areas.join('')}${labels.join('')}</svg>`;
}

const letter = 20;

/** Names in the middle of their outlines, the largest outline first; one that would run into another is left out. */
function namesOf(shapes: readonly DrawnShape[], projection: Projection, height: number): string[] {
  const placed: { x: number; y: number; half: number }[] = [];
  const named = shapes
    .flatMap((shape) => {
      const box = boundsOf(positionsOf(shape.rings[0] ?? []));
      if (!box) return [];
      const middle = { lng: (box.west + box.east) / 2, lat: (box.south + box.north) / 2 };
      return [{ shape, middle, size: shape.selected ? 1 : (box.east - box.west) * (box.north - box.south) }];
    })
    .sort((one, other) => other.size - one.size);
  return named.flatMap(({ shape, middle }) => {
    const at = projection.place(middle);
    const name = { x: at.x * width, y: at.y * height, half: (shape.label.length * letter) / 2 };
    const hidden = placed.some(
      (other) => Math.abs(other.y - name.y) < letter * 1.2 && Math.abs(other.x - name.x) < other.half + name.half,
    );
    if (hidden) return [];
    placed.push(name);
    return [
      `<text x="${name.x.toFixed(1)}" y="${name.y.toFixed(1)}" font-size="${letter}" fill="#1B1F23" stroke="#fff" stroke-width="4" paint-order="stroke" text-anchor="middle" font-family="PingFang SC,Noto Sans CJK SC,Noto Sans SC,sans-serif">${escaped(shape.label)}</text>`,
    ];
  });
}
