import { useState } from 'react';
import { AppError } from '#shared/errors';
import { callAsMe } from '../services/session';
import { type Photo, type PhotoRole, pickPhotos, uploadPhoto } from '../services/upload';

export interface Uploads {
  photos: Photo[];
  /** Whole percent while one is on its way. */
  percent: number | undefined;
  problem: string;
  add: () => void;
  remove: (photo: Photo) => void;
  /** Begins anew after they were handed in. */
  clear: () => void;
}

/** Photos being gathered for one form: each is uploaded as it is chosen; nine at most. */
export function useUploads(role: PhotoRole): Uploads {
  const [photos, setPhotos] = useState<Photo[]>([]);
  const [percent, setPercent] = useState<number>();
  const [problem, setProblem] = useState('');

  const gather = async () => {
    setProblem('');
    for (const path of await pickPhotos(9 - photos.length)) {
      setPercent(0);
      const photo = await uploadPhoto(path, role, setPercent);
      setPhotos((before) => [...before, photo]);
    }
  };
  return {
    photos,
    percent,
    problem,
    add: () => {
      gather()
        .catch((failure: unknown) =>
          setProblem(failure instanceof AppError ? failure.message : '照片没有传上，请再试一次'),
        )
        .finally(() => setPercent(undefined));
    },
    clear: () => setPhotos([]),
    remove: (photo) => {
      setPhotos((before) => before.filter((one) => one.id !== photo.id));
      callAsMe('tickets.removePhoto', { id: photo.id }).catch(() => undefined);
    },
  };
}
