import { View } from '@tarojs/components';
import { topicStages } from '#shared/domain/forum/lifecycle';
import { access } from '../components/tap/access';
import './stage-bar.scss';

/** The seven stages of a topic by their one word; those behind are filled, the one it stands in is marked. Outside them nothing is marked. */
export function StageBar({ stage, ended }: { stage: string | null; ended: boolean }) {
  const now = (topicStages as readonly (string | null)[]).indexOf(stage);
  const label = now < 0 ? '已经结束' : ended ? '七步都走完了' : `走到第 ${now + 1} 步：${stage}`;
  return (
    <View className="stages" {...access({ role: 'img', label })}>
      {topicStages.map((one, at) => (
        <View
          key={one}
          className={`stage ${at < now || (ended && at <= now) ? 'stage-done' : at === now ? 'stage-now' : ''}`}
        >
          <View className="stage-mark">{one}</View>
        </View>
      ))}
    </View>
  );
}
