import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Answer, type Asked } from '../../../../components/page';
import { Segments } from '../../../../components/segments';
import { useCommand } from '../../../../hooks/use-command';
import { ReasonExport } from '../../components/reason-export';
import { ScoreList } from '../../components/score-list';
import { StandardSheet } from '../../components/standard-sheet';
import { ViewTabs } from '../../components/view-tabs';
import { goReport } from '../../model/go';
import { type Period, periods, type Span } from '../../supervision/period';
import { type By, bys, type Score } from '../../supervision/score';

export interface ScoreColumnProps {
  query: Asked<Output<'supervision.scores'>>;
  period: Period;
  by: By;
  span: Span;
  selected: string | undefined;
  onPeriod: (period: Period) => void;
  onBy: (by: By) => void;
  onOpen: (score: Score) => void;
}

/** The ranking with its period and grouping, its weights, and the ways to take it along. */
export function ScoreColumn({ query, period, by, span, selected, onPeriod, onBy, onOpen }: ScoreColumnProps) {
  const [exporting, setExporting] = useState(false);
  const [setting, setSetting] = useState(false);
  const table = useCommand('supervision.export');
  const { data } = query;
  return (
    <View className="supervision">
      <View className="supervision-head">
        <View className="supervision-title">{data?.label ?? '督导考核'}</View>
        <View className="supervision-tools">
          <Button kind="quiet" onTap={() => setSetting(true)}>
            标准
          </Button>
          <Button kind="quiet" onTap={() => setExporting(true)}>
            导出
          </Button>
          <Button kind="quiet" onTap={() => goReport(span)}>
            报告
          </Button>
        </View>
      </View>
      <ViewTabs tabs={periods} active={period} onChange={onPeriod} />
      <View className="supervision-by">
        <Segments items={bys} value={by} onChange={onBy} />
        {data && (
          <View className="small">满分：{data.weights.map(({ label, of }) => `${label} ${of}`).join(' · ')}</View>
        )}
      </View>
      <Answer query={query}>{({ items }) => <ScoreList scores={items} selected={selected} onOpen={onOpen} />}</Answer>
      {setting && <StandardSheet onClose={() => setSetting(false)} />}
      {exporting && (
        <ReasonExport
          means="按现在的月份或季度导出考核表。"
          placeholder="例如：季度考核通报"
          made={table.data}
          pending={table.isPending}
          countWords={(rows) => `一共 ${rows} 行。`}
          onMake={(reason) => table.mutate({ ...span, reason })}
          onClose={() => {
            setExporting(false);
            table.reset();
          }}
        />
      )}
    </View>
  );
}
