import { View } from '@tarojs/components';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { PhotoGrid } from '../../../../components/photo-grid';
import { useCommand } from '../../../../hooks/use-command';
import { useUploads } from '../../../../hooks/use-uploads';
import type { Meeting } from '../../deliberation/types';

/** Pictures of the meeting; others see them once they have been checked. */
export function PhotoDesk({ meeting: { id, photos, abilities } }: { meeting: Meeting }) {
  const uploads = useUploads('OTHER');
  const add = useCommand('forum.addMeetingPhotos', '添上了，核对后大家看得到');
  if (!abilities.includes('photograph')) return null;
  const waiting = photos.filter(({ checkState }) => checkState !== 'PASSED').length;
  const send = () =>
    add.mutate({ id, attachmentIds: uploads.photos.map((photo) => photo.id) }, { onSuccess: () => uploads.clear() });
  return (
    <Card title="会议照片">
      {photos.length > 0 && (
        <PhotoGrid
          photos={photos.map(({ checkState: _state, ...photo }) => ({
            ...photo,
            role: 'OTHER' as const,
            takenText: '',
          }))}
        />
      )}
      {waiting > 0 && <View className="small">{`${waiting} 张正在核对`}</View>}
      <PhotoGrid photos={uploads.photos} onAdd={uploads.add} onRemove={uploads.remove} uploading={uploads.percent} />
      {uploads.problem && <View className="field-problem">{uploads.problem}</View>}
      {uploads.photos.length > 0 && (
        <View className="buttons meet-deeds">
          <Button onTap={send} busy={add.isPending}>
            添上去
          </Button>
        </View>
      )}
    </Card>
  );
}
