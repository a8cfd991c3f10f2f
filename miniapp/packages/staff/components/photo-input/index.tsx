import { View } from '@tarojs/components';
import { PhotoGrid } from '../../../../components/photo-grid';
import { useCommand } from '../../../../hooks/use-command';
import type { Photo, PhotoRole } from '../../../../services/upload';
import { mostPhotos, usePhotoUpload } from '../../hooks/use-photo-upload';

/** Photos that go with an action: taken or chosen here, sent at once, kept in the draft until the action is sent. */
export function PhotoInput({
  label,
  side,
  photos,
  onChange,
  problem,
}: {
  label: string;
  side: PhotoRole;
  photos: Photo[];
  onChange: (photos: Photo[]) => void;
  problem?: string;
}) {
  const upload = usePhotoUpload(side, photos, onChange);
  const remove = useCommand('tickets.removePhoto');
  const wrong = upload.problem ?? problem;
  return (
    <View>
      <View className="field-label">{label}</View>
      <PhotoGrid
        photos={photos}
        uploading={upload.percent}
        onAdd={photos.length < mostPhotos ? () => void upload.pick() : undefined}
        onRemove={(gone) => {
          onChange(photos.filter(({ id }) => id !== gone.id));
          remove.mutate({ id: gone.id });
        }}
      />
      {wrong && <View className="field-problem">{wrong}</View>}
    </View>
  );
}
