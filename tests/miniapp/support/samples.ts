import type { Output } from '#shared/contract';

type Turn = Output<'chat.send'>;
type Message = Turn['messages'][number];

export const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const person: Output<'me.get'> = {
  id: uuid(1),
  name: '李大爷',
  nickname: null,
  nicknameWanted: null,
  elderMode: false,
  phoneMasked: null,
  homeVillage: null,
  household: null,
  posts: [],
  abilities: [],
  unreadNotifications: 0,
};

export const greeting = { title: '您好，我是小翠。', subtitle: '有事直接说，我来帮您找对的人。' };

export const menu: Output<'chat.menu'>['cards'][number] = {
  type: 'menu',
  options: [
    { label: '报问题', action: 'report', icon: 'say' },
    { label: '约律师', action: 'advisor', icon: 'scale' },
  ],
};

export const talk = (lastSeq: number): Turn['conversation'] => ({
  id: uuid(2),
  mode: 'BOT',
  agentName: null,
  lastSeq,
  placeholder: '说说您遇到的事',
});

export const said = (
  seq: number,
  speaker: Message['speaker'],
  text: string,
  card: Message['card'] = null,
): Message => ({
  id: uuid(100 + seq),
  seq,
  speaker,
  agentName: null,
  text,
  card,
  photos: [],
  at: '2026-11-23T08:00:00.000Z',
  atText: '今天 16:00',
});

export const confirmCard: Message['card'] = {
  type: 'confirm',
  title: '路灯不亮',
  lines: [
    {
      field: 'what',
      label: '事情',
      value: '路灯不亮，约一周',
      edit: { label: '改', action: 'edit', payload: { field: 'what' } },
    },
    { field: 'who', label: '交给', value: '网格员 王敏', note: '位置在高桥村第 3 网格' },
  ],
  map: {
    shape: {
      synthetic: true,
      label: '高桥村第 3 网格',
      rings: [
        [
          [104.7, 28.79],
          [104.71, 28.79],
          [104.71, 28.78],
          [104.7, 28.79],
        ],
      ],
    },
    position: null,
  },
  photos: [],
  options: [
    { label: '先不报', action: 'cancel', style: 'plain' },
    { label: '报上去', action: 'submit', style: 'primary' },
  ],
};
