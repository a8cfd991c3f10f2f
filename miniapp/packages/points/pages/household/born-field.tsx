import { View } from '@tarojs/components';
import { DateField } from '../../../../components/date-field';
import { Toggle } from '../../../../components/toggle';

/** Minors say when they were born, grown-ups say nothing. `value` is empty for a grown-up. */
export function BornField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <>
      <View className="claim-switch">
        <View>
          <View>我未满 18 岁</View>
          <View className="small">不记分，也不在名单上出现</View>
        </View>
        <Toggle on={value !== ''} label="我未满 18 岁" onChange={(on) => onChange(on ? '2012-01-01' : '')} />
      </View>
      {value !== '' && <DateField label="生日" mode="date" value={value} onChange={onChange} />}
    </>
  );
}
