import { ScrollView, Text, View } from '@tarojs/components';
import { Tap } from '../../../../components/tap';
import { access } from '../../../../components/tap/access';
import './index.scss';

export interface Tab<K extends string> {
  key: K;
  label: string;
  count?: number;
}

/** One of several views of the same list, in a row that scrolls sideways; each says how many it holds. */
export function ViewTabs<K extends string>({
  tabs,
  active,
  onChange,
}: {
  tabs: readonly Tab<K>[];
  active: K;
  onChange: (key: K) => void;
}) {
  return (
    <ScrollView scrollX className="view-tabs" enhanced showScrollbar={false}>
      <View className="view-tabs-row" {...access({ role: 'tablist' })}>
        {tabs.map(({ key, label, count }) => (
          <Tap
            key={key}
            className={`view-tab ${key === active ? 'view-tab-on' : ''}`}
            role="tab"
            onTap={() => onChange(key)}
            selected={key === active}
            label={count === undefined ? label : `${label} ${count} 件`}
          >
            <Text className="view-tab-label">{label}</Text>
            {count !== undefined && <Text className="view-tab-count">{count}</Text>}
          </Tap>
        ))}
      </View>
    </ScrollView>
  );
}
