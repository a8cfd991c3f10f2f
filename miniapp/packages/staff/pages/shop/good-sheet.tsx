import { View } from '@tarojs/components';
import { useState } from 'react';
import { shopBounds } from '#shared/domain/points/shop';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Sheet } from '../../../../components/sheet';
import { Toggle } from '../../../../components/toggle';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import type { Photo } from '../../../../services/upload';
import { ChoiceList } from '../../components/choice-list';
import { PhotoInput } from '../../components/photo-input';
import type { Good, Outlet } from './shelf';

/** A good as it stands on the shelf: name, points, limit, picture, where. */
export function GoodSheet({
  good,
  outlets,
  onClose,
}: {
  good?: Good;
  outlets: readonly Outlet[];
  onClose: () => void;
}) {
  const [name, setName] = useState(good?.name ?? '');
  const [about, setAbout] = useState(good?.about ?? '');
  const [points, setPoints] = useState(good ? String(good.points) : '');
  const [limit, setLimit] = useState(good?.yearLimit ? String(good.yearLimit) : '');
  const [outletId, setOutletId] = useState(good?.outletId ?? outlets[0]?.id ?? '');
  const [photos, setPhotos] = useState<Photo[]>(good?.photo ? [good.photo] : []);
  const [isOffered, setOffered] = useState(good?.isOffered ?? true);
  const save = useCommand('shop.saveGood', '记下了', true);
  const fields = save.error?.fields ?? {};
  const send = () =>
    save.mutate(
      {
        ...(good && { id: good.id, version: good.version }),
        ...{ outletId, name: name.trim(), about: about.trim(), points: Number(points), isOffered },
        ...{ yearLimit: limit.trim() ? Number(limit) : null, photoId: photos.at(-1)?.id ?? null },
      },
      { onSuccess: onClose },
    );
  return (
    <Sheet
      title={good ? `修改${good.name}` : '摆一样新的'}
      onClose={onClose}
      foot={
        <Button onTap={send} busy={save.isPending} disabled={!name.trim() || !about.trim() || !points}>
          保存
        </Button>
      }
    >
      <View className="fields">
        {save.error && Object.keys(fields).length === 0 && (
          <View className="field-problem">{sentenceOf(save.error)}，您写的还在</View>
        )}
        <Field
          label="叫什么"
          value={name}
          onChange={setName}
          placeholder="比如 洗衣粉"
          max={30}
          problem={fields.name}
        />
        <Field
          label="说明"
          value={about}
          onChange={setAbout}
          placeholder="比如 2 公斤一袋，保质期到明年 6 月"
          max={200}
          problem={fields.about}
        />
        <Field
          label={`多少分（${shopBounds.pointsFrom} 到 ${shopBounds.pointsTo}）`}
          value={points}
          onChange={setPoints}
          type="number"
          max={4}
          problem={fields.points}
        />
        <Field
          label="一户一年最多几件（不写就不限）"
          value={limit}
          onChange={setLimit}
          type="number"
          max={3}
          problem={fields.yearLimit}
        />
        {outlets.length > 1 && (
          <ChoiceList
            label="在哪里领"
            choices={outlets.map(({ id, name: place, address }) => ({ key: id, name: place, hint: address }))}
            chosen={outletId}
            onChoose={setOutletId}
          />
        )}
        <PhotoInput label="照片" side="OTHER" photos={photos} onChange={(all) => setPhotos(all.slice(-1))} />
        <View className="shelf-head">
          <View>摆出来让大家换</View>
          <Toggle on={isOffered} label="摆出来让大家换" onChange={setOffered} />
        </View>
      </View>
    </Sheet>
  );
}
