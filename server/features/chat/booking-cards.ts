import type { BookingTalk, OfferedTime } from '#shared/domain/chat/booking-state';
import type { Choice } from '#shared/domain/chat/reply';
import type { StoredCard } from './stored-card';

/** Free times to tap. */
export const slotsCard = (times: readonly OfferedTime[], options: readonly Choice[]): StoredCard => ({
  type: 'slots',
  times: times.map((time) => {
    const label = time.text;
    return {
      ...time,
      option: { label, hint: time.advisorName, action: 'booking.slot', payload: { slotId: time.slotId, label } },
    };
  }),
  options: structuredClone(options) as Choice[],
});

const edit = (field: string) => ({ label: '改', action: 'booking.edit', payload: { field } });

/** What will be booked, line by line, before it is done. */
export function bookingCard({ aim, chosen, matter, disputeType, about }: BookingTalk): StoredCard {
  const isMove = aim === 'move';
  const from = isMove && about ? [{ field: 'from', label: '原来', value: about.text }] : [];
  const what = isMove
    ? []
    : [
        {
          field: 'matter',
          label: '事情',
          value: matter ?? '',
          note: `类型：${disputeType ?? '其他'}`,
          edit: edit('matter'),
        },
      ];
  return {
    type: 'confirm',
    title: '',
    lines: [
      ...from,
      { field: 'when', label: isMove ? '改到' : '时间', value: chosen?.text ?? '', edit: edit('when') },
      { field: 'who', label: '律师', value: chosen?.advisorName ?? '' },
      ...(chosen?.place ? [{ field: 'where', label: '地点', value: chosen.place }] : []),
      ...what,
      { field: 'fee', label: '费用', value: '免费', note: '这个时间给您留 5 分钟' },
    ],
    map: null,
    photos: [],
    options: [
      { label: isMove ? '不改了' : '不约了', action: 'booking.stop', payload: { label: isMove ? '不改了' : '不约了' } },
      { label: isMove ? '就改这个时间' : '约这个时间', action: 'booking.confirm', style: 'primary' },
    ],
  };
}
