import fc from 'fast-check';
import { drawShapes } from '../../miniapp/components/map-view/draw';
import { fit } from '../../miniapp/components/map-view/projection';

const position = fc.record({
  lng: fc.double({ min: 104.3, max: 105, noNaN: true }),
  lat: fc.double({ min: 28.4, max: 29.2, noNaN: true }),
});

describe('the drawn map', () => {
  it('keeps everything it was fitted to inside the box, and finds a place again from where it was drawn', () => {
    fc.assert(
      fc.property(
        fc.array(position, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(1, 1.6, 3.2),
        (positions, aspect) => {
          const projection = fit(positions, aspect)!;
          for (const one of positions) {
            const { x, y } = projection.place(one);
            expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
            expect(Math.max(x, y)).toBeLessThanOrEqual(1);
            const back = projection.locate(x, y);
            expect(back.lng).toBeCloseTo(one.lng, 9);
            expect(back.lat).toBeCloseTo(one.lat, 9);
          }
        },
      ),
    );
  });

  it('writes names into the drawing as text, never as markup', () => {
    const rings: [number, number][][] = [
      [
        [104.7, 28.79],
        [104.71, 28.79],
        [104.71, 28.78],
        [104.7, 28.79],
      ],
    ];
    const shape = { synthetic: true, label: '<script>', rings };
    const drawing = drawShapes(
      [shape],
      fit(
        [
          { lng: 104.7, lat: 28.79 },
          { lng: 104.71, lat: 28.78 },
        ],
        1,
      )!,
      1,
      true,
    );
    expect(drawing).not.toContain('<script>');
    expect(drawing).toContain('&#60;script&#62;');
  });
});
