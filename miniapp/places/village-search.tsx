import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { Output } from '#shared/contract';
import { Field } from '../components/field';
import { Notice } from '../components/state';
import { Tap } from '../components/tap';
import { useApi } from '../hooks/use-api';
import './village-search.scss';

export type FoundPlace = Output<'places.search'>['items'][number];

/** A village or community found by name, pinyin or alias. */
export function VillageSearch({
  onChoose,
  disabled = false,
}: {
  onChoose: (place: FoundPlace) => void;
  disabled?: boolean;
}) {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const found = useApi('places.search', { text: asked, limit: 8 }, { enabled: asked !== '' });
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text]);
  const items = asked ? (found.data?.items ?? []) : [];
  return (
    <>
      <Field label="村（社区）名字" value={text} onChange={setText} placeholder="比如 高桥村，或者 gaoqiao" max={40} />
      {items.map((place) => (
        <Tap
          key={place.code}
          className="found-place"
          onTap={() => onChoose(place)}
          disabled={disabled}
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
    </>
  );
}
