import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract';
import { ClockChip, toneOf } from '../../../../components/clock-chip';
import { MapView } from '../../../../components/map-view';
import { Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { Tap } from '../../../../components/tap';
import { useApi } from '../../../../hooks/use-api';
import { areaAt } from '../../charts/heat';
import { Desk } from '../../components/desk';
import { useWide } from '../../hooks/use-wide';
import { goCase } from '../../model/go';
import './index.scss';

type Ground = Output<'workbench.map'>;

/** My grids with what is open on them; a pin or a line opens the ticket, a grid narrows the list. */
export default function MapPage() {
  const query = useApi('workbench.map', {}, { every: 60_000 });
  return (
    <Page title="地图" query={query} wide>
      {(ground) => <GroundView ground={ground} />}
    </Page>
  );
}

function GroundView({ ground }: { ground: Ground }) {
  const wide = useWide();
  const [code, setCode] = useState<string>();
  const chosen = ground.shapes.find((shape) => shape.code === code);
  const tickets = chosen ? ground.tickets.filter(({ position }) => areaAt([chosen], position)) : ground.tickets;
  // The list is by urgency; what is drawn last lies on top.
  const pins = [...ground.tickets].reverse().map(({ id, title, position, clock }) => ({
    id,
    label: `${title}，${clock.text}`,
    tone: pinTone(clock),
    ...position,
  }));
  const map = (
    <View className="ground">
      <View className="ground-title">
        {ground.label} · {ground.tickets.length} 件在办
      </View>
      <MapView
        shapes={ground.shapes.map((shape) => ({
          ...shape,
          label: `${shape.label.replace(ground.label, '')} ${shape.openCount}`,
          selected: shape.code === code,
        }))}
        pins={pins}
        aspect={wide ? 1.5 : 1.1}
        names={ground.shapes.length > 1 && ground.shapes.length <= 12}
        label={`${ground.label}的网格，${ground.tickets.length} 件在办`}
        onPick={(position) => {
          const found = areaAt(ground.shapes, position)?.code;
          setCode(found === code ? undefined : found);
        }}
        onPin={goCase}
      />
      {ground.synthetic && <View className="small">网格边界是合成演示数据，不是真实边界。</View>}
    </View>
  );
  const list = (
    <View className="ground-list">
      <View className="ground-title">
        {chosen ? `${chosen.label} · ${tickets.length} 件` : ground.shapes.length > 1 ? '全部网格' : '这一格的事'}
      </View>
      {tickets.length === 0 && (
        <Notice title="这一格没有在办的事" next={{ label: '看全部网格', onTap: () => setCode(undefined) }} />
      )}
      {tickets.map(({ id, title, clock }) => (
        <Tap key={id} className="ground-row" onTap={() => goCase(id)} label={`${title}，${clock.text}`}>
          <View className="ground-row-title">{title}</View>
          <ClockChip clock={clock} />
        </Tap>
      ))}
    </View>
  );
  return wide ? (
    <Desk room="map" main={map} aside={list} />
  ) : (
    <Desk
      room="map"
      main={
        <View>
          {map}
          {list}
        </View>
      }
    />
  );
}

const pinTone = (clock: Ground['tickets'][number]['clock']) => {
  const tone = toneOf(clock);
  return tone === 'neutral' ? 'jade' : tone;
};
