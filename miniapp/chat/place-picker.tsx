import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../components/button';
import { MapView } from '../components/map-view';
import type { Position } from '../components/map-view/projection';
import { Sheet } from '../components/sheet';
import { Skeleton } from '../components/state';
import { useApi } from '../hooks/use-api';
import { loadOutlines, type Outlines, shapesFor } from '../services/outlines';
import { whereAmI } from '../services/position';

export interface PlacePickerProps {
  onClose: () => void;
  /** A GCJ-02 position and how the desk calls that place. */
  onPlace: (position: Position, label: string) => void;
}

/** Points at a place in the browser, on our own drawing: first the town, then the spot; or where the person stands now. */
export function PlacePicker({ onClose, onPlace }: PlacePickerProps) {
  const [outlines, setOutlines] = useState<Outlines>();
  const [town, setTown] = useState<{ code: string; name: string }>();
  const [spot, setSpot] = useState<Position>();
  const [problem, setProblem] = useState('');
  const exact = useRef(false);
  const found = useApi('places.locate', spot ?? { lng: 0, lat: 0 }, { enabled: Boolean(spot) });
  const answer = spot ? found.data : undefined;

  useEffect(() => {
    loadOutlines().then(setOutlines, () => setProblem('地图没有打开，可以直接说村（社区）的名字'));
  }, []);

  // The first look is at the whole district: a tap there only says which town.
  useEffect(() => {
    if (!answer?.town || town) return;
    setTown(answer.town);
    if (!exact.current) setSpot(undefined);
  }, [answer, town]);

  const pick = (position: Position) => {
    setProblem('');
    exact.current = Boolean(town);
    setSpot(position);
  };
  const locate = () => {
    whereAmI().then(
      (position) => {
        exact.current = true;
        setTown(undefined);
        setSpot(position);
      },
      () => setProblem('没有取到您的位置，可以在地图上点，或直接说地址'),
    );
  };
  const outside = answer && !answer.town ? '这里不在翠屏区，请点区里的位置' : '';
  const label = answer?.town ? answer.label : '';

  return (
    <Sheet
      title={town ? town.name : '在哪里'}
      onClose={onClose}
      foot={
        <View className="buttons">
          {town && (
            <Button
              kind="plain"
              onTap={() => {
                setTown(undefined);
                setSpot(undefined);
              }}
            >
              换个镇街
            </Button>
          )}
          <Button onTap={() => spot && onPlace(spot, label || '地图上选的位置')} disabled={!label}>
            就是这里
          </Button>
        </View>
      }
    >
      <View className="second">{town ? '点一下出事的地方，可以反复点。' : '先点一下是哪个镇街。'}</View>
      {outlines ? (
        <MapView
          shapes={shapesFor(outlines, town?.code, answer?.village?.code)}
          pins={spot ? [{ id: 'spot', label: label || '选的位置', ...spot }] : []}
          aspect={1}
          names
          label={town ? `${town.name}的村和社区` : '翠屏区的镇和街道'}
          onPick={pick}
        />
      ) : (
        <Skeleton rows={2} />
      )}
      {label && <View className="strong">{label}</View>}
      {(problem || outside || found.error) && (
        <View className="place-problem">{problem || outside || found.error?.message}</View>
      )}
      <View className="buttons">
        <Button kind="plain" icon="pin" onTap={locate}>
          用我现在的位置
        </Button>
      </View>
    </Sheet>
  );
}
