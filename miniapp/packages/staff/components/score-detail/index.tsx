import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { Answer } from '../../../../components/page';
import { Tap } from '../../../../components/tap';
import { useApi } from '../../../../hooks/use-api';
import type { Span } from '../../supervision/period';
import {
  type By,
  bandTone,
  listBehind,
  type Part,
  percentOf,
  type Score,
  scoreText,
  type What,
} from '../../supervision/score';
import '../bar-list/index.scss';
import { MonthBars } from '../month-bars';
import './index.scss';

export interface ScoreDetailProps {
  score: Score;
  span: Span;
  by: By;
  /** Only an advisor's numbers have lists behind them; a firm's or a town's are means of its advisors'. */
  hasLists: boolean;
}

/** How a score comes about, part by part, and the list behind each part. */
export function ScoreDetail({ score, span, by, hasLists }: ScoreDetailProps) {
  const [open, setOpen] = useState<Part>();
  const what = open && listBehind(open);
  const trend = useApi('supervision.trend', { by, id: score.id, ...span });
  return (
    <View className="score-detail">
      <View className="score-detail-head">
        <View className="score-detail-words">
          <View className="score-detail-name">{score.name}</View>
          <View className="second">{score.detail}</View>
        </View>
        <View className="score-detail-figure">{scoreText(score.score)}</View>
        <Chip tone={bandTone(score.score)}>{score.band}</Chip>
      </View>
      <Card tight>
        {score.parts.map((part) => (
          <PartRow
            key={part.key}
            part={part}
            on={part.key === open?.key}
            onTap={hasLists && listBehind(part) ? () => setOpen(part) : undefined}
          />
        ))}
      </Card>
      <Card title="近六个月">
        <Answer query={trend}>{({ months }) => <MonthBars months={months} />}</Answer>
      </Card>
      {hasLists && !what && <View className="small">点一项，看它是怎么来的。</View>}
      {!hasLists && <View className="small">律所和镇街的分是所属顾问的平均分。</View>}
      {what && open && <Behind advisorId={score.id} span={span} what={what} label={open.label} />}
    </View>
  );
}

function PartRow({ part, on, onTap }: { part: Part; on: boolean; onTap: (() => void) | undefined }) {
  const { label, score, of, fact } = part;
  const inside = (
    <>
      <View className="part-head">
        <View className="part-label">{label}</View>
        <View className="part-score">
          {scoreText(score)} / {of}
        </View>
      </View>
      <View className="bar-track">
        <View className="bar-fill" style={{ width: `${percentOf(score, of)}%` }} />
      </View>
      <View className="small">{fact}</View>
    </>
  );
  if (!onTap) return <View className="part">{inside}</View>;
  return (
    <Tap className={`part ${on ? 'part-on' : ''}`} onTap={onTap}>
      {inside}
    </Tap>
  );
}

function Behind({ advisorId, span, what, label }: { advisorId: string; span: Span; what: What; label: string }) {
  const query = useApi('supervision.behind', { advisorId, ...span, what });
  return (
    <Card title={`${label}背后`}>
      <Answer query={query}>
        {({ items }) => (
          <>
            {items.map(({ id, atText, text, note }) => (
              <View key={id} className="behind">
                <View>{text}</View>
                <View className="small">{[atText, note].filter(Boolean).join(' · ')}</View>
              </View>
            ))}
            {items.length === 0 && <View className="second">这段时间没有。</View>}
          </>
        )}
      </Answer>
    </Card>
  );
}
