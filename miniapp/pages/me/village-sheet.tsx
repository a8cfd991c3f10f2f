import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Field } from '../../components/field';
import { Sheet } from '../../components/sheet';
import { Notice } from '../../components/state';
import { Tap } from '../../components/tap';
import { useApi } from '../../hooks/use-api';
import { useCommand } from '../../hooks/use-command';
import { refreshMe } from '../../services/session';
import './index.scss';

/** Which village or community somebody lives in, found by name, pinyin or alias. */
export function VillageSheet({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const found = useApi('places.search', { text: asked, limit: 8 }, { enabled: asked !== '' });
  const update = useCommand('me.update', '已记下');

  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text]);

  const live = (homeVillageCode: string) =>
    update.mutate(
      { homeVillageCode },
      {
        onSuccess: (me) => {
          refreshMe(me);
          onClose();
        },
      },
    );
  const items = asked ? (found.data?.items ?? []) : [];
  return (
    <Sheet title="您住在哪个村（社区）" onClose={onClose}>
      <Field label="村（社区）名字" value={text} onChange={setText} placeholder="比如 高桥村，或者 gaoqiao" max={40} />
      {items.map((place) => (
        <Tap
          key={place.code}
          className="me-place"
          onTap={() => live(place.code)}
          disabled={update.isPending}
          label={place.label}
        >
          <View className="strong">{place.name}</View>
          <View className="small">{place.townName}</View>
        </Tap>
      ))}
      {asked && found.data && items.length === 0 && (
        <Notice title="没有找到这个名字" detail="换个说法试试，比如只写前两个字。" />
      )}
      {found.error && (
        <Notice title={found.error.message} next={{ label: '重试', onTap: () => void found.refetch() }} />
      )}
    </Sheet>
  );
}
