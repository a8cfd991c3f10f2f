import type { z } from 'zod';
import type { Card } from '#shared/contract/chat';
import { menuOptions } from '#shared/domain/chat/side-answers';

type Shown = z.output<typeof Card>;

/** The first words of the desk; on the first screen and above every talk. */
export const greeting = { title: '您好，我是小翠。', subtitle: '有事直接说，我来帮您找对的人。' };

/** The four doors, and the workbench in front for whoever holds a post. */
export const menuCard = (isStaff: boolean): Shown => ({
  type: 'menu',
  options: [
    ...(isStaff
      ? [
          {
            label: '工作台',
            hint: '我的待办',
            action: 'page',
            payload: { url: '/packages/staff/pages/queue/index' },
            icon: 'work',
          },
        ]
      : []),
    ...menuOptions.map(({ label, hint, action, icon, style }) => ({ label, hint, action, icon, style })),
  ],
});

/** 110, 119, 120, 12345 and 12348, one tap away. */
export const hotlines: Shown = {
  type: 'emergency',
  kind: 'hotlines',
  numbers: [
    { number: '110', label: '报警' },
    { number: '119', label: '火警' },
    { number: '120', label: '急救' },
    { number: '12345', label: '政务热线' },
    { number: '12348', label: '法律服务' },
  ],
  advice: [],
  options: [],
};
