import { View } from '@tarojs/components';
import { useState } from 'react';
import { dayOf } from '#shared/domain/time/clock';
import { Button } from '../../../../components/button';
import { DateField } from '../../../../components/date-field';
import { Field } from '../../../../components/field';
import { Sheet } from '../../../../components/sheet';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import type { Photo } from '../../../../services/upload';
import { PhotoInput } from '../../components/photo-input';
import type { Book } from './rule-draft';

/** The villagers' meeting has adopted a draft: which meeting, when, from when on, and its minutes. */
export function AdoptSheet({ book, onClose }: { book: Book; onClose: () => void }) {
  const [adoptedBy, setAdoptedBy] = useState('村民代表会议');
  const [adoptedOn, setAdoptedOn] = useState(() => dayOf(new Date()));
  const [effectiveFrom, setEffectiveFrom] = useState(() => dayOf(new Date()));
  const [photos, setPhotos] = useState<Photo[]>([]);
  const adopt = useCommand('points.adoptBook', '登记了', true);
  const send = () =>
    adopt.mutate(
      { id: book.id, adoptedBy: adoptedBy.trim(), adoptedOn, effectiveFrom, minutesIds: photos.map(({ id }) => id) },
      { onSuccess: onClose },
    );
  return (
    <Sheet
      title={`第 ${book.version} 版通过了`}
      onClose={onClose}
      foot={
        <Button onTap={send} busy={adopt.isPending} disabled={photos.length === 0 || adoptedBy.trim().length < 4}>
          登记
        </Button>
      }
    >
      <View className="fields">
        <Field
          label="哪个会通过的"
          value={adoptedBy}
          onChange={setAdoptedBy}
          placeholder="比如 村民代表会议"
          max={40}
        />
        <DateField label="哪天通过的" mode="date" value={adoptedOn} onChange={setAdoptedOn} />
        <DateField label="哪天起施行" mode="date" value={effectiveFrom} onChange={setEffectiveFrom} />
        <PhotoInput label="会议记录的照片（要有）" side="OTHER" photos={photos} onChange={setPhotos} />
        {adopt.error && <View className="field-problem">{sentenceOf(adopt.error)}，您填的还在</View>}
        <View className="second">登记以后不能再改。前一版到施行前一天为止。</View>
      </View>
    </Sheet>
  );
}
