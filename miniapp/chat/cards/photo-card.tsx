import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { PhotoGrid } from '../../components/photo-grid';
import { pickPhotos } from '../../services/upload';
import { choose } from '../choose';
import type { CardOf, Say } from '../types';
import './cards.scss';

/** Lets the person choose photos and says them at once: one tap less for people who type little. */
export async function sayPhotos(max: number, say: Say): Promise<void> {
  const paths = await pickPhotos(max);
  if (paths.length > 0) say({}, `${paths.length} 张照片`, paths);
}

/** A photo of it, or none: both are fine. */
export function PhotoCard({ card, say, active }: { card: CardOf<'photo'>; say: Say; active: boolean }) {
  const room = card.max - card.photos.length;
  return (
    <View className="choices">
      {card.photos.length > 0 && <PhotoGrid photos={card.photos} />}
      <View className="buttons buttons-wrap">
        {room > 0 && (
          <Button icon="camera" onTap={() => void sayPhotos(room, say)} disabled={!active}>
            {card.photos.length > 0 ? '再加照片' : '拍照或选照片'}
          </Button>
        )}
        <Button kind="plain" onTap={() => choose(card.skip, say)} disabled={!active}>
          {card.skip.label}
        </Button>
      </View>
    </View>
  );
}
