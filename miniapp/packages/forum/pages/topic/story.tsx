import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '../../../../components/button';
import { Card, Row } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { ClockChip } from '../../../../components/clock-chip';
import { PhotoGrid } from '../../../../components/photo-grid';
import { Timeline } from '../../../../components/timeline';
import { goPlace, goTopic } from '../../../../forum/go';
import { StageBar } from '../../../../forum/stage-bar';
import { topicTone } from '../../../../forum/topic-card';
import type { TopicDetail } from '../../../../forum/types';
import { photosOf } from '../../components/photos';

const waits = {
  PENDING: '正在核对内容，通过后大家才看得到。',
  HELD: '要人工看一看，通过后大家才看得到。',
  REFUSED: '没有通过，请改一改再交。',
  PASSED: '',
} as const;

/** What there is to read of a topic, the most important first. */
export function Story({
  topic,
  onVersions,
  children,
}: {
  topic: TopicDetail;
  onVersions: () => void;
  /** What is in hand now, between what is asked and who asks it. */
  children?: ReactNode;
}) {
  const { waiting, photos, keptOut } = topic;
  return (
    <>
      <Head topic={topic} />
      {keptOut && (
        <Card title="审核提醒：可能不属于协商">
          <View>{keptOut.because}</View>
          <View className="second">{keptOut.instead}</View>
        </Card>
      )}
      {waiting && (
        <Card title={waiting.no === 1 ? '还没有公开' : `第 ${waiting.no} 版还没有公开`}>
          <View className="second">{waits[waiting.checkState]}</View>
          {waiting.no > 1 && <View className="topic-body">{waiting.body}</View>}
        </Card>
      )}
      <Voices topic={topic} />
      {children}
      <Card title="说的是什么">
        <View className="topic-body">{topic.body}</View>
        {photos.length > 0 && <PhotoGrid photos={photosOf(topic)} />}
        {topic.textNo > 1 && (
          <Button kind="quiet" className="topic-versions" onTap={onVersions}>
            {`这是第 ${topic.textNo} 版，看改过什么`}
          </Button>
        )}
      </Card>
      <Card tight>
        <Row label="谁提的">{[topic.authorLabel, ...topic.coAuthors].join('、')}</Row>
        <Row label="在哪里">
          <View>{topic.placeLabel}</View>
          <Button kind="quiet" className="topic-place" onTap={() => goPlace(topic.villageCode ?? topic.townCode)}>
            看那里的议事情况
          </Button>
        </Row>
      </Card>
      <Related topic={topic} />
      <Card title="走到哪一步了">
        <Timeline steps={topic.steps} />
      </Card>
    </>
  );
}

function Head({ topic }: { topic: TopicDetail }) {
  const { stage, phase, clock, owner, headline } = topic;
  return (
    <Card>
      <View className="topic-chips">
        <Chip tone={topicTone(topic)}>{topic.statusText}</Chip>
        <Chip tone="neutral">{topic.levelText}</Chip>
        {clock && <ClockChip clock={clock} />}
      </View>
      <View className="topic-name">{topic.title}</View>
      <View className="topic-where">{[topic.authorLabel, topic.raisedText].filter(Boolean).join(' · ')}</View>
      <StageBar stage={stage} ended={phase === 'ENDED'} />
      <View className="topic-now">{headline}</View>
      {clock && <View className="second">{`现在由${owner.name}负责，${clock.dueText}`}</View>}
    </Card>
  );
}

/** How many speak for it, beside how many are needed while that still counts. */
function Voices({ topic }: { topic: TopicDetail }) {
  const { supportCount, householdCount, threshold, status } = topic;
  const share = Math.min(100, Math.round((supportCount / threshold) * 100));
  return (
    <Card>
      <View className="voices">
        <View className="voices-number">{supportCount}</View>
        <View className="voices-words">
          <View>人附议，{householdCount} 户</View>
          <View className="small">{status === 'RAISED' ? `满 ${threshold} 人转入审核` : '一人一票，按居住地计算'}</View>
        </View>
      </View>
      {status === 'RAISED' && (
        <View className="voices-bar">
          <View className="voices-fill" style={{ width: `${share}%` }} />
        </View>
      )}
    </Card>
  );
}

/** Where it went or came from. */
function Related({ topic: { mergedInto, splitFrom, parts } }: { topic: TopicDetail }) {
  if (!mergedInto && !splitFrom && parts.length === 0) return null;
  const link = (id: string, title: string) => (
    <Button key={id} kind="quiet" className="topic-link" onTap={() => goTopic(id)}>
      {title}
    </Button>
  );
  return (
    <Card tight>
      {mergedInto && <Row label="并入">{link(mergedInto.id, mergedInto.title)}</Row>}
      {splitFrom && <Row label="来自">{link(splitFrom.id, splitFrom.title)}</Row>}
      {parts.length > 0 && (
        <Row label="拆成">{parts.map(({ id, title, statusText }) => link(id, `${title}（${statusText}）`))}</Row>
      )}
    </Card>
  );
}
