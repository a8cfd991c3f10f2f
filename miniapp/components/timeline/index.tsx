import { View } from '@tarojs/components';
import './index.scss';

/** One thing that happened, to a ticket or to a booking. */
interface Step {
  id: string;
  text: string;
  note: string | null;
  actorName: string;
  actorRole: string;
  /** ISO instant; steps without one come oldest first. */
  at?: string;
  atText: string;
  internal?: boolean;
}

/** What happened, newest first; the newest is marked. */
export function Timeline({ steps }: { steps: readonly Step[] }) {
  const newestFirst = [...steps].reverse().sort((one, other) => (other.at ?? '').localeCompare(one.at ?? ''));
  return (
    <View className="timeline">
      {newestFirst.map((step, place) => (
        <View key={step.id} className={`timeline-step ${place === 0 ? 'timeline-now' : ''}`}>
          <View className="timeline-text">{step.text}</View>
          {step.note && <View className="timeline-note">{step.note}</View>}
          <View className="timeline-meta">
            {[step.atText, step.actorName, step.actorRole, step.internal ? '内部' : ''].filter(Boolean).join(' · ')}
          </View>
        </View>
      ))}
    </View>
  );
}
