import { useState } from 'react';
import type { Input } from '#shared/contract';
import type { DisputeType, Slot } from '../../../../booking/types';
import type { Me } from '../../../../services/session-store';
import { keep, recall } from '../../../../services/storage';
import type { Place } from '../../components/place-choice';

/** What is written for somebody else; kept on this device until it is booked. */
export interface BookFor {
  name: string;
  phone: string;
  village: Place | undefined;
  matter: string;
  disputeType: DisputeType;
  walkIn: boolean;
  consent: boolean;
}

const villageDigits = 12;

/** The villages a person's posts stand in: a village post itself, and the village of a grid. Each once. */
export function villagesOf(posts: Me['posts']): Place[] {
  const places = posts
    .filter(({ placeCode }) => placeCode.length >= villageDigits && !placeCode.endsWith('000'))
    .map(({ placeCode, placeName }) => ({
      code: placeCode.slice(0, villageDigits),
      label: placeCode.length === villageDigits ? placeName : placeName.replace(/第.*网格$/, ''),
    }));
  return places.filter(({ code }, at) => places.findIndex((one) => one.code === code) === at);
}

type Problems = Partial<Record<keyof BookFor | 'slot', string>>;

/** What is still missing, as one sentence a field. */
export function bookForProblems(form: BookFor, slot: Slot | undefined): Problems {
  const { name, phone, village, matter, consent } = form;
  return {
    ...(name.trim().length < 2 ? { name: '写上本人姓名' } : {}),
    ...(phone.trim() && !/^1[3-9]\d{9}$/.test(phone.trim()) ? { phone: '手机号是 11 位数字' } : {}),
    ...(village ? {} : { village: '选本人住的村（社区）' }),
    ...(matter.trim().length < 2 ? { matter: '用一句话说说什么事' } : {}),
    ...(slot ? {} : { slot: '请选一个时间' }),
    ...(consent ? {} : { consent: '请先征得本人同意' }),
  };
}

/** The form as the call takes it. */
export function bookForInput(form: BookFor, villageCode: string, slotId: string): Input<'bookings.bookFor'> {
  const { name, phone, matter, disputeType, walkIn } = form;
  return {
    ...{ slotId, villageCode, personName: name.trim(), matter: matter.trim(), disputeType, walkIn, consent: true },
    ...(phone.trim() ? { personPhone: phone.trim() } : {}),
  };
}

const key = 'staff.book-for';

/** The form, surviving closing the page. The consent is asked anew every time. */
export function useBookFor(home: Place | undefined) {
  const empty: BookFor = {
    ...{ name: '', phone: '', matter: '', disputeType: '其他', walkIn: false, consent: false },
    village: home,
  };
  const [form, setForm] = useState<BookFor>(() => ({ ...empty, ...recall<BookFor>(key), consent: false }));
  const change = (part: Partial<BookFor>) => {
    const next = { ...form, ...part };
    setForm(next);
    keep(key, next);
  };
  const clear = () => {
    setForm(empty);
    keep(key, undefined);
  };
  return { form, change, clear };
}
