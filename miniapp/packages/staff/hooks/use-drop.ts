import { useEffect, useRef, useState } from 'react';
import { inWechat } from '../../../services/platform';

/** Lets image files be dropped on the element with this id (H5 only). `over` is true while files hang above it. */
export function useDrop(id: string, onFiles: (paths: string[]) => void): { over: boolean } {
  const [over, setOver] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;

  useEffect(() => {
    const element = inWechat ? null : document.getElementById(id);
    if (!element) return;
    const hover = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    const leave = () => setOver(false);
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const images = [...(event.dataTransfer?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
      if (images.length > 0) latest.current(images.map((file) => URL.createObjectURL(file)));
    };
    element.addEventListener('dragover', hover);
    element.addEventListener('dragleave', leave);
    element.addEventListener('drop', drop);
    return () => {
      element.removeEventListener('dragover', hover);
      element.removeEventListener('dragleave', leave);
      element.removeEventListener('drop', drop);
    };
  }, [id]);
  return { over };
}
