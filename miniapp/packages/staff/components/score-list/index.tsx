import { Text, View } from '@tarojs/components';
import { Chip } from '../../../../components/chip';
import { Notice } from '../../../../components/state';
import { Tap } from '../../../../components/tap';
import { bandTone, percentOf, type Score, scoreText } from '../../supervision/score';
import '../bar-list/index.scss';
import './index.scss';

const fullMark = 100;

export interface ScoreListProps {
  scores: readonly Score[];
  selected: string | undefined;
  onOpen: (score: Score) => void;
}

/** Who stands where: place, name, score, grade, and a bar for the eye. */
export function ScoreList({ scores, selected, onOpen }: ScoreListProps) {
  if (scores.length === 0) return <Notice title="这段时间还没有可评的" detail="换一个月份或季度看看。" />;
  return (
    <View>
      {scores.map((score) => (
        <Tap key={score.id} className={`score ${score.id === selected ? 'score-on' : ''}`} onTap={() => onOpen(score)}>
          <Text className="score-place">{score.place ?? '—'}</Text>
          <View className="score-words">
            <View className="score-head">
              <Text className="score-name">{score.name}</Text>
              <Text className="score-figure">{scoreText(score.score)}</Text>
              <Chip tone={bandTone(score.score)}>{score.band}</Chip>
            </View>
            <View className="bar-track">
              <View className="bar-fill" style={{ width: `${percentOf(score.score, fullMark)}%` }} />
            </View>
            <View className="small">
              到村 {score.onsiteHours} / {score.dueHours} 小时 · 咨询 {score.consultations} · 讲座 {score.lectures}
            </View>
          </View>
        </Tap>
      ))}
    </View>
  );
}
