import { View } from '@tarojs/components';
import type { BookingDetail } from '../../../../booking/types';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { PhotoGrid } from '../../../../components/photo-grid';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import { useUploads } from '../../../../hooks/use-uploads';

const most = 9;

/** 给律师看的材料: photos of papers, handed over when they are chosen and taken back until the talk. */
export function Papers({ booking }: { booking: BookingDetail }) {
  const { id, version, photos, abilities } = booking;
  const uploads = useUploads('OTHER');
  const add = useCommand('bookings.addPhotos', '律师能看到了', true);
  const take = useCommand('bookings.removePhoto', '已收回');
  const chosen = uploads.photos;
  const may = abilities.includes('addPhotos');
  const problem = uploads.problem || (add.error && `没有交成：${sentenceOf(add.error)}。照片还在。`);
  if (!may && photos.length === 0) return null;
  const give = () =>
    add.mutate({ id, version, attachmentIds: chosen.map((photo) => photo.id) }, { onSuccess: uploads.clear });
  return (
    <Card title="给律师看的材料">
      {may && <View className="second">借条、合同、判决书，拍清楚交给律师，见面前先看。别人看不到。</View>}
      {photos.length > 0 && (
        <PhotoGrid
          photos={photos}
          onRemove={may ? (photo) => take.mutate({ id, version, attachmentId: photo.id }) : undefined}
        />
      )}
      {may && photos.length + chosen.length < most && (
        <PhotoGrid photos={chosen} uploading={uploads.percent} onAdd={uploads.add} onRemove={uploads.remove} />
      )}
      {problem && <View className="field-problem">{problem}</View>}
      {chosen.length > 0 && <Button onTap={give} busy={add.isPending}>{`把这 ${chosen.length} 张给律师看`}</Button>}
    </Card>
  );
}
