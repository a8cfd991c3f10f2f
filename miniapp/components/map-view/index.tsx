import { Image, Map as NativeMap, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { inWechat, randomId } from '../../services/platform';
import { Icon } from '../icon';
import { Tap } from '../tap';
import { access, decorative } from '../tap/access';
import { cornersOf, drawShapes } from './draw';
import { fit, type Position } from './projection';
import type { MapViewProps } from './types';
import './index.scss';

/** Outlines and pins: our own drawing in the browser (nothing fetched from elsewhere), WeChat's map in WeChat. */
export function MapView(props: MapViewProps) {
  return inWechat ? <WechatMap {...props} /> : <DrawnMap {...props} />;
}

function SyntheticMark({ shapes }: Pick<MapViewProps, 'shapes'>) {
  return shapes.some((shape) => shape.synthetic) ? <View className="map-mark">合成演示网格</View> : null;
}

function DrawnMap({ shapes, pins = [], aspect = 2.6, names = false, label, onPick, onPin }: MapViewProps) {
  const [boxId] = useState(() => `map-${randomId()}`);
  const corners = cornersOf(shapes);
  const projection = fit(corners.length ? corners : pins, aspect);
  if (!projection) return null;

  const pick = (event: unknown) => {
    if (!onPick) return;
    const { clientX, clientY } = event as MouseEvent;
    Taro.createSelectorQuery()
      .select(`#${boxId}`)
      .boundingClientRect((box) => {
        if (Array.isArray(box) || !box) return;
        onPick(projection.locate((clientX - box.left) / box.width, (clientY - box.top) / box.height));
      })
      .exec();
  };
  const drawing = drawShapes(shapes, projection, aspect, names);
  return (
    <View
      id={boxId}
      className="map"
      style={{ aspectRatio: String(aspect) }}
      onClick={pick}
      {...access({ role: onPick ? 'application' : 'img', label })}
    >
      <Image
        className="map-drawing"
        src={`data:image/svg+xml,${encodeURIComponent(drawing)}`}
        mode="scaleToFill"
        {...decorative}
      />
      {pins.map((pin) => {
        const { x, y } = projection.place(pin);
        const style = { left: `${(x * 100).toFixed(2)}%`, top: `${(y * 100).toFixed(2)}%` };
        const drawn = <Icon name="pin" tone={pin.tone ?? 'red'} size="l" />;
        return onPin ? (
          <View key={pin.id} className="map-pin" style={style}>
            <Tap className="map-pin-tap" onTap={() => onPin(pin.id)} label={pin.label}>
              {drawn}
            </Tap>
          </View>
        ) : (
          <View key={pin.id} className="map-pin" style={style}>
            {drawn}
          </View>
        );
      })}
      <SyntheticMark shapes={shapes} />
    </View>
  );
}

const latLng = ({ lng, lat }: Position) => ({ longitude: lng, latitude: lat });

function WechatMap({ shapes, pins = [], aspect = 2.6, label, onPick, onPin }: MapViewProps) {
  const points = [...cornersOf(shapes), ...pins];
  const [first] = points;
  if (!first) return null;
  const polygons = shapes.flatMap((shape) =>
    shape.rings.map((ring) => ({
      points: ring.map(([longitude, latitude]) => ({ longitude, latitude })),
      strokeWidth: shape.selected ? 3 : 1.5,
      strokeColor: shape.quiet ? '#B9C6B3' : '#0F7B5F',
      fillColor: `#0F7B5F${Math.round((0.1 + 0.5 * (shape.weight ?? 0)) * 255)
        .toString(16)
        .padStart(2, '0')}`,
    })),
  );
  const markers = pins.map((pin, id) => ({
    id,
    ...latLng(pin),
    iconPath: '',
    width: 28,
    height: 36,
    title: pin.label,
  }));
  return (
    <View className="map map-native" style={{ height: `${Math.round(343 / aspect)}px` }}>
      <NativeMap
        className="map-drawing"
        {...latLng(first)}
        scale={15}
        polygons={polygons}
        markers={markers}
        includePoints={points.map(latLng)}
        {...access({ label })}
        onTap={(event) => {
          const at = event.detail as unknown as { longitude?: number; latitude?: number };
          if (at.longitude !== undefined && at.latitude !== undefined)
            onPick?.({ lng: at.longitude, lat: at.latitude });
        }}
        onMarkerTap={(event) => {
          const pin = pins[Number(event.detail.markerId)];
          if (pin) onPin?.(pin.id);
        }}
        onError={() => undefined}
      />
      <SyntheticMark shapes={shapes} />
    </View>
  );
}
