import { Image, View } from '@tarojs/components';
import { assetUrl } from '../../services/api';
import { type Photo, viewPhotos } from '../../services/upload';
import { Icon } from '../icon';
import { Tap } from '../tap';
import { decorative } from '../tap/access';
import './index.scss';

const roles: Record<Photo['role'], string> = { BEFORE: '处理前', AFTER: '处理后', OTHER: '照片' };

export interface PhotoGridProps {
  photos: readonly Photo[];
  /** Shows what the photo is of and when, as on a case. */
  captions?: boolean;
  onAdd?: () => void;
  onRemove?: (photo: Photo) => void;
  /** Whole percent of the upload under way. */
  uploading?: number;
}

/** Thumbnails, three a row; tapping one shows it full-screen. */
export function PhotoGrid({ photos, captions, onAdd, onRemove, uploading }: PhotoGridProps) {
  return (
    <View className={captions ? 'photos photos-large' : 'photos'}>
      {photos.map((photo, at) => (
        <View key={photo.id} className="photo">
          <Tap
            className="photo-tap"
            onTap={() => viewPhotos(photos, at)}
            label={`${roles[photo.role]} ${photo.takenText}，第 ${at + 1} 张，点开看大图`}
          >
            <Image className="photo-image" src={assetUrl(photo.thumbUrl)} mode="aspectFill" {...decorative} />
            {captions && (
              <View className="photo-caption">
                {roles[photo.role]} {photo.takenText}
              </View>
            )}
          </Tap>
          {onRemove && (
            <Tap className="photo-remove" onTap={() => onRemove(photo)} label={`删掉第 ${at + 1} 张照片`}>
              <Icon name="close" tone="white" size="s" />
            </Tap>
          )}
        </View>
      ))}
      {uploading !== undefined && <View className="photo photo-wait">上传 {uploading}%</View>}
      {onAdd && uploading === undefined && (
        <Tap className="photo photo-add" onTap={onAdd} label="加照片">
          <Icon name="camera" />
          <View className="small">加照片</View>
        </Tap>
      )}
    </View>
  );
}
