import { useState } from 'react';
import type { Input } from '#shared/contract';
import type { Position } from '../../../../components/map-view/projection';
import { keep, recall } from '../../../../services/storage';
import type { Photo } from '../../../../services/upload';
import type { Place } from '../../components/place-choice';

/** A point on the map (GCJ-02) and how the desk calls that place. */
export interface Pin extends Position {
  label: string;
}

/** What is written down for somebody without a phone; kept on this device until it is filed. */
export interface Report {
  description: string;
  /** Undefined until somebody edits it: then it follows the description. */
  title: string | undefined;
  categoryCode: string;
  /** Undefined until somebody chooses: then it is the staff member's own village. */
  village: Place | undefined;
  address: string;
  pin: Pin | undefined;
  reporterName: string;
  reporterPhone: string;
  photos: Photo[];
}

export type Problems = Partial<Record<keyof Report, string>>;

const empty: Report = {
  description: '',
  title: undefined,
  categoryCode: '',
  village: undefined,
  address: '',
  pin: undefined,
  reporterName: '',
  reporterPhone: '',
  photos: [],
};

const titleLength = 20;

/** The title as it stands: the edited one, else the first 20 characters of the description on one line. */
export function titleOf({ title, description }: Pick<Report, 'title' | 'description'>): string {
  return title ?? Array.from(description.trim().replace(/\s+/g, ' ')).slice(0, titleLength).join('');
}

/** What is still missing or wrong, as one sentence a field. A place needs a village or a point on the map. */
export function problemsOf(report: Report): Problems {
  const { title, description, categoryCode, village, pin, address, reporterPhone } = report;
  const phone = reporterPhone.trim();
  return {
    ...(description.trim().length < 2 ? { description: '写一写发生了什么' } : {}),
    ...(title !== undefined && title.trim().length < 2 ? { title: '标题至少写 2 个字' } : {}),
    ...(categoryCode ? {} : { categoryCode: '选一个分类' }),
    ...(village || pin ? {} : { village: '选在哪个村（社区），或在地图上指' }),
    ...(address.trim().length < 2 ? { address: '写上具体地点' } : {}),
    ...(phone && !/^1[3-9]\d{9}$/.test(phone) ? { reporterPhone: '手机号是 11 位数字' } : {}),
  };
}

/** The report as the call takes it. */
export function inputOf(report: Report): Input<'tickets.open'> {
  const { description, categoryCode, village, pin, address, reporterName, reporterPhone, photos } = report;
  return {
    title: titleOf(report).trim(),
    description: description.trim(),
    categoryCode,
    address: address.trim(),
    ...(pin ? { position: { lng: pin.lng, lat: pin.lat } } : {}),
    ...(village ? { villageCode: village.code } : {}),
    ...(reporterName.trim() ? { reporterName: reporterName.trim() } : {}),
    ...(reporterPhone.trim() ? { reporterPhone: reporterPhone.trim() } : {}),
    attachmentIds: photos.map(({ id }) => id),
  };
}

const fieldsOfCall: Record<string, keyof Report> = {
  villageCode: 'village',
  position: 'pin',
  attachmentIds: 'photos',
};

/** The desk's sentences by the form's fields; `attachmentIds.0` and the like belong to their first part. */
export function problemsFrom(fields: Record<string, string> = {}): Problems {
  return Object.fromEntries(
    Object.entries(fields).map(([path, sentence]) => {
      const [name = path] = path.split('.');
      return [fieldsOfCall[name] ?? name, sentence];
    }),
  );
}

/** The report of one member of staff, surviving a refusal and closing the page. `resumed` when it was begun earlier. */
export function useReport(personId: string, home: Place | undefined) {
  const key = `staff.report-for.${personId}`;
  const [kept] = useState(() => recall<Partial<Report>>(key));
  const [written, setWritten] = useState<Report>({ ...empty, ...kept });
  // From the newest state: a photo may arrive while somebody goes on typing.
  const change = (part: Partial<Report>) =>
    setWritten((before) => {
      const after = { ...before, ...part };
      keep(key, after);
      return after;
    });
  const clear = () => {
    setWritten(empty);
    keep(key, undefined);
  };
  return { report: { ...written, village: written.village ?? home }, resumed: kept !== undefined, change, clear };
}
