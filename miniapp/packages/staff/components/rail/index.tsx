import { Text, View } from '@tarojs/components';
import { Icon } from '../../../../components/icon';
import type { IconName } from '../../../../components/icon/paths';
import { Tap } from '../../../../components/tap';
import { access } from '../../../../components/tap/access';
import { useApi } from '../../../../hooks/use-api';
import { useSession } from '../../../../hooks/use-session';
import { goHome, goRoom, type Room, rooms } from '../../model/go';
import './index.scss';

const looks: Record<
  Room,
  { name: string; icon: IconName; needs?: 'handoff' | 'forum' | 'moderate' | 'board' | 'advise' | 'supervise' }
> = {
  queue: { name: '待办', icon: 'list' },
  map: { name: '地图', icon: 'map' },
  talks: { name: '对话', icon: 'say', needs: 'handoff' },
  topics: { name: '议题', icon: 'talk', needs: 'forum' },
  moderation: { name: '核对', icon: 'check', needs: 'moderate' },
  board: { name: '看板', icon: 'chart', needs: 'board' },
  visits: { name: '日程', icon: 'calendar', needs: 'advise' },
  supervision: { name: '督导', icon: 'scale', needs: 'supervise' },
};

/** The rooms of the workbench: a rail on the left of a desktop, a bar at the bottom of a phone. Only rooms this person may enter. */
export function Rail({ active }: { active?: Room }) {
  const { may } = useSession();
  const { data: counts } = useApi('workbench.counts', {}, { every: 60_000 });
  const waiting = counts?.conversations ?? 0;
  const open = rooms.filter((room) => {
    const { needs } = looks[room];
    return !needs || may(needs);
  });
  return (
    <View className="rail" {...access({ role: 'navigation', label: '工作台' })}>
      {open.map((room) => (
        <Tap
          key={room}
          className={`rail-room ${room === active ? 'rail-on' : ''}`}
          onTap={() => room !== active && goRoom(room)}
          role="link"
          label={labelOf(room, room === active, waiting)}
        >
          <Icon name={looks[room].icon} tone={room === active ? 'jade' : 'muted'} />
          <Text className="rail-name">{looks[room].name}</Text>
          {room === 'talks' && waiting > 0 && <Text className="rail-count">{waiting}</Text>}
        </Tap>
      ))}
      <Tap className="rail-room rail-home" onTap={goHome} label="我的，回到居民页">
        <Icon name="me" tone="muted" />
        <Text className="rail-name">我的</Text>
      </Tap>
    </View>
  );
}

function labelOf(room: Room, here: boolean, waiting: number): string {
  const { name } = looks[room];
  if (room === 'talks' && waiting > 0) return `${name}，${waiting} 位居民在等`;
  return here ? `${name}，当前` : name;
}
