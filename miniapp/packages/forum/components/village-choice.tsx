import { View } from '@tarojs/components';
import { Tap } from '../../../components/tap';
import './village-choice.scss';

/** One of a town's villages, as pills. */
export function VillageChoice({
  villages,
  chosen,
  onChoose,
}: {
  villages: readonly { code: string; name: string }[];
  chosen: string;
  onChoose: (code: string) => void;
}) {
  return (
    <View>
      <View className="field-label">住在哪个村（社区）</View>
      <View className="village-pills">
        {villages.map(({ code, name }) => (
          <Tap
            key={code}
            className={`village-pill ${code === chosen ? 'village-pill-on' : ''}`}
            role="radio"
            checked={code === chosen}
            onTap={() => onChoose(code)}
            label={name}
          >
            {name}
          </Tap>
        ))}
      </View>
    </View>
  );
}
