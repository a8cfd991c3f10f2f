import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { PhotoGrid } from '../../../components/photo-grid';
import { Segments } from '../../../components/segments';
import { Sheet } from '../../../components/sheet';
import type { TopicDetail } from '../../../forum/types';
import { useApi } from '../../../hooks/use-api';
import { useCommand } from '../../../hooks/use-command';
import { useUploads } from '../../../hooks/use-uploads';
import { VillageChoice } from './village-choice';

const ways = [
  { value: 'PAPER', label: '纸上签的' },
  { value: 'SPOKEN', label: '当面说的' },
] as const;

/** 代录附议: the voice of somebody without a phone, with the person's consent and a photo of it. */
export function SupportForSheet({ topic, onClose }: { topic: TopicDetail; onClose: () => void }) {
  const [via, setVia] = useState<(typeof ways)[number]['value']>('PAPER');
  const [form, setForm] = useState({ personName: '', idTail: '', phone: '', consent: '' });
  const [village, setVillage] = useState('');
  const uploads = useUploads('OTHER');
  const villages = useApi('places.list', { townCode: topic.townCode }, { enabled: topic.villageCode === null });
  const enter = useCommand('forum.supportFor', '已记下一票');
  const change = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const [photo] = uploads.photos;
  const isReady =
    form.personName.trim().length >= 2 &&
    /^\d{3}[\dXx]$/.test(form.idTail) &&
    form.consent.trim().length >= 4 &&
    (topic.villageCode !== null || village !== '') &&
    photo !== undefined;
  const send = () =>
    photo &&
    enter.mutate(
      {
        ...{ id: topic.id, via, personName: form.personName.trim(), idTail: form.idTail, consent: form.consent.trim() },
        ...(form.phone.trim() && { phone: form.phone.trim() }),
        ...(village && { villageCode: village }),
        photoId: photo.id,
      },
      { onSuccess: onClose },
    );
  return (
    <Sheet
      title="代录附议"
      onClose={onClose}
      foot={
        <Button onTap={() => void send()} busy={enter.isPending} disabled={!isReady}>
          记下这一票
        </Button>
      }
    >
      <View className="second">替不用手机的居民记一票。要本人同意，附上签字或同意的照片；同一个人只算一次。</View>
      <Segments items={ways} value={via} onChange={setVia} answers="怎么表达的" />
      <Field label="本人姓名" value={form.personName} onChange={(personName) => change({ personName })} max={20} />
      <Field
        label="身份证号最后四位（只用来防止重复，不保存）"
        value={form.idTail}
        onChange={(idTail) => change({ idTail: idTail.trim() })}
        max={4}
      />
      <Field
        label="本人电话（可不写）"
        value={form.phone}
        onChange={(phone) => change({ phone })}
        type="number"
        max={11}
      />
      {topic.villageCode === null && (
        <VillageChoice villages={villages.data?.items ?? []} chosen={village} onChoose={setVillage} />
      )}
      <Field
        label="怎么同意的"
        value={form.consent}
        onChange={(consent) => change({ consent })}
        placeholder="比如：本人在附议表上按了手印"
        max={200}
        problem={enter.error?.message}
      />
      <View className="field-label">签字或同意的照片</View>
      <PhotoGrid
        photos={uploads.photos}
        {...(uploads.percent !== undefined && { uploading: uploads.percent })}
        {...(uploads.photos.length === 0 && { onAdd: uploads.add })}
        onRemove={uploads.remove}
      />
      {uploads.problem && <View className="field-problem">{uploads.problem}</View>}
    </Sheet>
  );
}
