import { useState } from 'react';
import type { AppError } from '#shared/errors';
import { sentenceOf } from '../../../hooks/use-command';
import { type Photo, type PhotoRole, pickPhotos, uploadPhoto } from '../../../services/upload';

/** The most photos one action takes (contract: 最多 9 张). */
export const mostPhotos = 9;

/** Sending photos for one action. */
export interface PhotoUpload {
  /** Whole percent of the photo under way, or undefined. */
  percent: number | undefined;
  problem: string | undefined;
  /** Lets the person choose, then sends. How many arrived. */
  pick: () => Promise<number>;
  /** Sends files by their local path or object address, one after the other; those that arrived stay when a later one fails. How many arrived. */
  send: (paths: readonly string[]) => Promise<number>;
}

/** Uploads into a draft: `have` are the photos already there, `onPhotos` gets the longer list after each one. */
export function usePhotoUpload(role: PhotoRole, have: Photo[], onPhotos: (photos: Photo[]) => void): PhotoUpload {
  const [percent, setPercent] = useState<number>();
  const [problem, setProblem] = useState<string>();

  const send = async (paths: readonly string[]) => {
    setProblem(undefined);
    let photos = have;
    try {
      for (const path of paths.slice(0, mostPhotos - have.length)) {
        setPercent(0);
        photos = [...photos, await uploadPhoto(path, role, setPercent)];
        onPhotos(photos);
      }
      if (paths.length > mostPhotos - have.length) setProblem(`最多 ${mostPhotos} 张，多出来的没有传`);
    } catch (failure) {
      setProblem(`${sentenceOf(failure as AppError)}。传好的还在，没传的请再选一次。`);
    } finally {
      setPercent(undefined);
    }
    return photos.length - have.length;
  };

  return { percent, problem, send, pick: async () => send(await pickPhotos(mostPhotos - have.length)) };
}
