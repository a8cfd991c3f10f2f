import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import { dayMs, later } from '#shared/domain/time/clock';
import type { Stage } from './history';

type Row = Prisma.ExampleCreateManyInput;

/** Sentences of tickets that went to another unit, as people said them, and what became of them. */
const sentences: readonly (Pick<Row, 'text' | 'categoryCode' | 'unitCode' | 'state'> & { readonly daysAgo: number })[] =
  [
    {
      daysAgo: 1,
      text: '河坝边上有人烧胶皮，熏得人睁不开眼',
      categoryCode: 'fumes',
      unitCode: 'huanbao',
      state: 'OPEN',
    },
    {
      daysAgo: 2,
      text: '巷子头那根杆杆上的线吊起好低',
      categoryCode: 'power_outage',
      unitCode: 'tongxin',
      state: 'OPEN',
    },
    {
      daysAgo: 3,
      text: '某某屋头的鸡天天跑到路上来，车都不好过',
      categoryCode: 'pets',
      unitCode: 'nongye',
      state: 'OPEN',
    },
    { daysAgo: 9, text: '校门口摆摊的把路占完了', categoryCode: 'street_vendor', unitCode: 'zhifa', state: 'ACCEPTED' },
    { daysAgo: 12, text: '就是上次那个事情嘛', categoryCode: 'other', unitCode: 'zhongxin', state: 'REJECTED' },
  ];

/** A resident who agreed, and examples in every state. */
export function inventExamples({ world, crowd, now }: Stage): {
  consents: Prisma.LearningConsentCreateManyInput[];
  examples: Row[];
} {
  const own = { districtId: world.districtId, personId: crowd.cast.resident.id };
  return {
    consents: [{ ...own, givenAt: later(now, -30 * dayMs) }],
    examples: sentences.map(({ daysAgo, ...told }) => {
      const createdAt = later(now, -daysAgo * dayMs);
      return {
        ...{ ...own, id: uuid(), ticketId: uuid(), intent: 'report', createdAt, ...told },
        ...(told.state === 'OPEN' ? {} : { judgedById: crowd.cast.admin.id, judgedAt: later(createdAt, dayMs) }),
      };
    }),
  };
}
