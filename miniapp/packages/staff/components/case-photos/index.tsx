import { Image, View } from '@tarojs/components';
import { Icon } from '../../../../components/icon';
import { Tap } from '../../../../components/tap';
import { decorative } from '../../../../components/tap/access';
import { assetUrl } from '../../../../services/api';
import { isWide } from '../../../../services/platform';
import { type Photo, viewPhotos } from '../../../../services/upload';
import type { Ticket } from '../../actions/draft';
import type { Drafts } from '../../hooks/use-drafts';
import { useDrop } from '../../hooks/use-drop';
import { mostPhotos, usePhotoUpload } from '../../hooks/use-photo-upload';
import './index.scss';

/** Before and after, side by side. Who may report the work done adds the after photos here (dropping them works on a desktop). */
export function CasePhotos({ ticket, drafts, onAdded }: { ticket: Ticket; drafts: Drafts; onAdded: () => void }) {
  const before = ticket.photos.filter(({ role }) => role !== 'AFTER');
  const after = ticket.photos.filter(({ role }) => role === 'AFTER');
  const mayAdd = ticket.abilities.includes('handle');
  if (before.length + after.length === 0 && !mayAdd) return null;
  return (
    <View className="case-photos">
      <View className="case-photo-side">
        {before.length > 0 ? (
          <Pictures photos={before} label="处理前" />
        ) : (
          <View className="case-photo-none">处理前 · 没有照片</View>
        )}
      </View>
      <View className="case-photo-side">
        {after.length > 0 && <Pictures photos={after} label="处理后" />}
        {mayAdd && <AfterDrop ticketId={ticket.id} drafts={drafts} onAdded={onAdded} />}
        {after.length === 0 && !mayAdd && <View className="case-photo-none">处理后 · 还没有</View>}
      </View>
    </View>
  );
}

function Pictures({ photos, label }: { photos: readonly Photo[]; label: string }) {
  return (
    <>
      {photos.map((photo, at) => (
        <Tap
          key={photo.id}
          className="case-photo"
          onTap={() => viewPhotos(photos, at)}
          label={`${label}${photos.length > 1 ? at + 1 : ''}，${photo.takenText}，点开看大图`}
        >
          <Image
            className="case-photo-image"
            src={assetUrl(photo.thumbUrl)}
            mode="aspectFill"
            lazyLoad
            {...decorative}
          />
          <View className="case-photo-caption">
            {label} {photo.takenText}
          </View>
        </Tap>
      ))}
    </>
  );
}

function AfterDrop({ ticketId, drafts, onAdded }: { ticketId: string; drafts: Drafts; onAdded: () => void }) {
  const waiting = drafts.of('handle').photos;
  const upload = usePhotoUpload('AFTER', waiting, (photos) => drafts.change('handle', { photos }));
  const zone = `after-${ticketId}`;
  const then = (sent: Promise<number>) => void sent.then((count) => count > 0 && onAdded());
  const { over } = useDrop(zone, (paths) => then(upload.send(paths)));
  if (waiting.length >= mostPhotos)
    return <View className="case-photo-none">已选 {mostPhotos} 张，报处理完了时一起交</View>;
  return (
    <Tap
      id={zone}
      className={`case-photo-add ${over ? 'case-photo-over' : ''}`}
      onTap={() => then(upload.pick())}
      disabled={upload.percent !== undefined}
    >
      <Icon name="camera" tone="muted" />
      <View className="case-photo-words">{wordsOf(upload.percent, waiting.length, over)}</View>
      {upload.problem && <View className="field-problem">{upload.problem}</View>}
    </Tap>
  );
}

function wordsOf(percent: number | undefined, waiting: number, over: boolean): string {
  if (percent !== undefined) return `上传 ${percent}%`;
  if (over) return '松开就传';
  if (waiting > 0) return `已选 ${waiting} 张，报处理完了时一起交`;
  return isWide() ? '拖入或点这里加处理后照片' : '加处理后照片';
}
