import { View } from '@tarojs/components';
import { useState } from 'react';
import { Page } from '../../../../components/page';
import { Sheet } from '../../../../components/sheet';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { ComplaintList } from '../../components/complaint-list';
import { CoverageCard } from '../../components/coverage-card';
import { Desk } from '../../components/desk';
import { SampleList } from '../../components/sample-list';
import { ScoreDetail } from '../../components/score-detail';
import { ViewTabs } from '../../components/view-tabs';
import { useWide } from '../../hooks/use-wide';
import { type Period, quarterIn, spanOf } from '../../supervision/period';
import type { By, Score } from '../../supervision/score';
import { ScoreColumn } from './scores';
import './index.scss';

const views = [
  { key: 'scores', label: '得分' },
  { key: 'coverage', label: '覆盖' },
  { key: 'sample', label: '抽查' },
  { key: 'complaints', label: '反映' },
] as const;
type Side = (typeof views)[number]['key'];

/** 督导考核: who serves how well, by month and quarter, the list behind every number, the gaps and the sample. */
export default function SupervisionPage() {
  const [period, setPeriod] = useState<Period>('quarter');
  const [by, setBy] = useState<By>('advisor');
  const [chosen, setChosen] = useState<string>();
  const [view, setView] = useState<Side>('scores');
  const wide = useWide();
  const span = spanOf(period, new Date());
  const query = useApi('supervision.scores', { ...span, by });
  const items = query.data?.items ?? [];
  const picked: Score | undefined = items.find(({ id }) => id === chosen) ?? (wide ? items[0] : undefined);
  const detail = picked && (
    <ScoreDetail key={`${picked.id}${period}`} score={picked} span={span} by={by} hasLists={by === 'advisor'} />
  );
  const quarter = quarterIn(span);
  const others = {
    coverage: <CoverageCard />,
    sample: <SampleList key={quarter} quarter={quarter} />,
    complaints: <ComplaintList />,
  };
  const scores = (
    <ScoreColumn
      query={query}
      period={period}
      by={by}
      span={span}
      selected={wide ? picked?.id : undefined}
      onPeriod={setPeriod}
      onBy={(next) => {
        setBy(next);
        setChosen(undefined);
      }}
      onOpen={({ id }) => setChosen(id)}
    />
  );
  if (!wide) {
    return (
      <Page title="督导考核" wide>
        <Desk
          room="supervision"
          list={
            <>
              <ViewTabs tabs={views} active={view} onChange={setView} />
              {view === 'scores' && scores}
              {view !== 'scores' && <View className="supervision-others">{others[view]}</View>}
            </>
          }
        />
        {detail && (
          <Sheet title="分是怎么来的" onClose={() => setChosen(undefined)}>
            {detail}
          </Sheet>
        )}
      </Page>
    );
  }
  return (
    <Page title="督导考核" wide>
      <Desk
        room="supervision"
        list={scores}
        main={<View className="supervision-main">{detail ?? <Notice title="左边选一个，看分是怎么来的" />}</View>}
        aside={
          <View className="supervision-others">
            {others.complaints}
            {others.coverage}
            {others.sample}
          </View>
        }
      />
    </Page>
  );
}
