import { View } from '@tarojs/components';
import type { Output } from '#shared/contract';
import { Card } from '../../../../components/card';
import { Answer } from '../../../../components/page';
import { useApi } from '../../../../hooks/use-api';

type Rule = Output<'privacy.retention'>['items'][number];

/** 保存期限: how long each kind of record is kept, on what ground, and how much has gone by itself. */
export function RetentionList() {
  const query = useApi('privacy.retention', {});
  return (
    <Answer query={query}>
      {({ items }) => (
        <Card title="到期自动处理，每小时一次">
          {items.map((rule) => (
            <RuleLine key={rule.rule} rule={rule} />
          ))}
        </Card>
      )}
    </Answer>
  );
}

function RuleLine({ rule }: { rule: Rule }) {
  const { title, since, keptText, how, source, removedLast30, removed, lastText } = rule;
  return (
    <View className="retention-rule">
      <View className="retention-head">
        <View className="strong">{title}</View>
        <View>{keptText}</View>
      </View>
      <View className="second">
        {since}起算，到期{how === 'delete' ? '删除' : '抹去能认出人的内容，统计数留下'}
      </View>
      <View className="small">
        {lastText ? `最近 30 天处理 ${removedLast30} 条，一共 ${removed} 条，上次${lastText}` : '还没有到期的'} ·{' '}
        {source}
      </View>
    </View>
  );
}
