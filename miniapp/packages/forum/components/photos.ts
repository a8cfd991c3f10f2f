import type { TopicDetail } from '../../../forum/types';
import type { Photo } from '../../../services/upload';

/** A topic's pictures as the photo grid has them. */
export const photosOf = ({ photos }: TopicDetail): Photo[] =>
  photos.map(({ checkState: _state, ...photo }) => ({ ...photo, role: 'OTHER', takenText: '' }));
