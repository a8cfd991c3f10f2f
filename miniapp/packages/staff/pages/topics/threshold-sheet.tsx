import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Answer } from '../../../../components/page';
import { Sheet } from '../../../../components/sheet';
import { useApi } from '../../../../hooks/use-api';
import { useCommand } from '../../../../hooks/use-command';

type Thresholds = Output<'forum.thresholds'>;

const levels = { ESTATE: '小区的议题', VILLAGE: '村（社区）的议题', TOWN: '镇街的议题' } as const;

/** How many voices topics of this place need before they are reviewed. */
export function ThresholdSheet({ placeCode, onClose }: { placeCode: string; onClose: () => void }) {
  const query = useApi('forum.thresholds', { placeCode });
  return (
    <Sheet title="附议多少人转入审核" onClose={onClose}>
      <Answer query={query}>
        {(answer) => (
          <>
            <View className="second">{`${answer.label}。改了只对以后提的议题算。`}</View>
            {answer.items.map((item) => (
              <Line key={item.level} place={answer} item={item} />
            ))}
          </>
        )}
      </Answer>
    </Sheet>
  );
}

function Line({ place, item }: { place: Thresholds; item: Thresholds['items'][number] }) {
  const [voices, setVoices] = useState(String(item.voices));
  const set = useCommand('forum.setThreshold', '已改');
  const wanted = Number(voices);
  const isNew = Number.isInteger(wanted) && wanted >= 1 && wanted <= 1000 && wanted !== item.voices;
  return (
    <View className="threshold">
      <View className="threshold-field">
        <Field label={levels[item.level]} value={voices} onChange={setVoices} type="number" max={4} />
      </View>
      {place.mayChange && (
        <Button
          kind="quiet"
          onTap={() => set.mutate({ placeCode: place.placeCode, level: item.level, voices: wanted })}
          busy={set.isPending}
          disabled={!isNew}
          label={`改${levels[item.level]}`}
        >
          改
        </Button>
      )}
    </View>
  );
}
