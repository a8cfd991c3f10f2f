import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Answer } from '../../../../components/page';
import { access } from '../../../../components/tap/access';
import { useApi } from '../../../../hooks/use-api';
import '../bar-list/index.scss';
import './index.scss';

const few = 6;

/** Whether every village has its advisor and nobody too many villages, with the gaps by name. */
export function CoverageCard({ whole = false }: { whole?: boolean }) {
  const query = useApi('supervision.coverage', {});
  const [all, setAll] = useState(whole);
  return (
    <Card title="覆盖">
      <Answer query={query}>
        {({ villages, covered, gaps, overloaded }) => {
          const words = `${villages} 个村（社区），${covered} 个有法律顾问`;
          const shown = all ? gaps : gaps.slice(0, few);
          return (
            <View className="coverage">
              <View>{words}</View>
              <View className="bar-track" {...access({ role: 'img', label: words })}>
                <View
                  className="bar-fill"
                  style={{ width: `${villages > 0 ? Math.round((covered / villages) * 100) : 0}%` }}
                />
              </View>
              {shown.map(({ villageCode, label, text }) => (
                <View key={`${villageCode}${text}`} className="coverage-gap">
                  <View className="strong">{label}</View>
                  <View className="small">{text}</View>
                </View>
              ))}
              {gaps.length > few && !all && (
                <Button kind="quiet" onTap={() => setAll(true)}>
                  {`看全部 ${gaps.length} 处`}
                </Button>
              )}
              {overloaded.map(({ id, name, villages: count, limit }) => (
                <View key={id} className="coverage-gap">
                  <View className="strong">{name}</View>
                  <View className="small">
                    管 {count} 个村（社区），超过 {limit} 个
                  </View>
                </View>
              ))}
              {gaps.length + overloaded.length === 0 && <View className="second">没有缺口，也没有人超负荷。</View>}
            </View>
          );
        }}
      </Answer>
    </Card>
  );
}
