import { z } from 'zod';
import { done, empty, endpoint, id, placeCode, position, text } from './endpoint';

export const postKinds = [
  'GRID_LEAD',
  'GRID_STAFF',
  'BUILDING_LEAD',
  'TOWN_CLERK',
  'DEPARTMENT_CLERK',
  'LEGAL_ADVISOR',
  'CENTRE_SEAT',
  'JUSTICE_BUREAU',
  'ADMIN',
  'COUNCIL_MEMBER',
  'SERVICE_TEAM',
  'MEDIATOR',
  'REVIEWER',
  'MERCHANT',
] as const;

export const Post = z
  .object({
    kind: z.enum(postKinds),
    label: z.string(),
    placeCode: z.string(),
    placeName: z.string(),
    departmentCode: z.string().nullable(),
    departmentName: z.string().nullable(),
  })
  .meta({ id: 'Post', description: '岗位' });

export const Me = z
  .object({
    id,
    name: z.string(),
    nickname: z.string().nullable(),
    /** Chosen and not shown to others yet: it waits for its check or did not pass. */
    nicknameWanted: z.string().nullable(),
    elderMode: z.boolean(),
    phoneMasked: z.string().nullable(),
    homeVillage: z.object({ code: z.string(), label: z.string() }).nullable(),
    household: z.object({ name: z.string(), code: z.string() }).nullable(),
    posts: z.array(Post),
    abilities: z.array(
      z.enum([
        'workbench',
        'board',
        'handoff',
        'arbitrate',
        'deadLetters',
        'export',
        'advise',
        'supervise',
        'bookFor',
        'countersign',
        'forum',
        'moderate',
        'privacy',
        'claims',
        'pointsKeep',
        'codes',
        'learning',
      ]),
    ),
    unreadNotifications: z.int(),
  })
  .meta({ id: 'Me', description: '我' });

const signedIn = z.object({ token: z.string(), expiresAt: z.iso.datetime(), me: Me });

export const identity = {
  'auth.mode': endpoint({
    kind: 'query',
    access: 'public',
    summary: '登录方式：是否演示模式',
    input: empty,
    output: z.object({ demo: z.boolean(), district: z.string(), liveChannel: z.boolean() }),
  }),
  'auth.login': endpoint({
    kind: 'command',
    access: 'public',
    summary: '微信登录（wx.login 的 code）',
    input: z.strictObject({ code: text(128) }),
    output: signedIn,
  }),
  'auth.demoPeople': endpoint({
    kind: 'query',
    access: 'public',
    summary: '演示模式：可选的人物',
    input: empty,
    output: z.object({
      items: z.array(z.object({ id, name: z.string(), role: z.string(), place: z.string(), code: z.string() })),
    }),
  }),
  'auth.logout': endpoint({
    kind: 'command',
    access: 'member',
    summary: '退出登录，令牌立即失效',
    input: empty,
    output: done,
  }),
  'auth.sessions': endpoint({
    kind: 'query',
    access: 'member',
    summary: '我的登录设备',
    input: empty,
    output: z.object({
      items: z.array(
        z.object({
          id,
          /** What the device is called: 微信, Windows 电脑浏览器. */
          name: z.string(),
          /** Let in by a phone. */
          desktop: z.boolean(),
          createdAt: z.iso.datetime(),
          expiresAt: z.iso.datetime(),
          current: z.boolean(),
        }),
      ),
    }),
  }),
  'auth.revokeSession': endpoint({
    kind: 'command',
    access: 'member',
    summary: '让一个登录设备下线',
    input: z.strictObject({ id }),
    output: done,
  }),
  'auth.desktopBegin': endpoint({
    kind: 'command',
    access: 'public',
    summary: '电脑登录：要一个码，给手机扫',
    limit: { times: 30, minutes: 10 },
    input: empty,
    output: z.object({
      id,
      secret: z.string(),
      code: z.string(),
      /** An SVG data address. */
      qr: z.string(),
      expiresAt: z.iso.datetime(),
    }),
  }),
  'auth.desktopPoll': endpoint({
    kind: 'command',
    access: 'public',
    summary: '电脑登录：手机确认了没有；确认后第一次问就登录',
    limit: { times: 300, minutes: 5 },
    input: z.strictObject({ id, secret: z.string().regex(/^[\w-]{43}$/, '编号不对') }),
    output: z.object({
      state: z.enum(['waiting', 'seen', 'confirmed', 'refused', 'over']),
      signedIn: signedIn.nullable(),
    }),
  }),
  'auth.desktopLook': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '电脑登录：手机扫了码，看是哪台电脑',
    limit: { times: 30, minutes: 10 },
    input: z.strictObject({ code: text(40) }),
    output: z.object({ device: z.string(), askedText: z.string(), hours: z.int() }),
  }),
  'auth.desktopAnswer': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '电脑登录：手机上确认或拒绝',
    input: z.strictObject({ code: text(40), agree: z.boolean() }),
    output: done,
  }),
  'me.get': endpoint({ kind: 'query', access: 'member', summary: '我的资料与岗位', input: empty, output: Me }),
  'me.update': endpoint({
    kind: 'command',
    access: 'member',
    summary: '修改我的资料：长辈版、称呼、居住村、电话',
    input: z.strictObject({
      elderMode: z.boolean().optional(),
      nickname: text(20).nullable().optional(),
      homeVillageCode: placeCode.nullable().optional(),
      phone: z
        .string()
        .regex(/^1[3-9]\d{9}$/, '手机号是 11 位数字')
        .nullable()
        .optional(),
    }),
    output: Me,
  }),
  'me.bindPhone': endpoint({
    kind: 'command',
    access: 'member',
    summary: '用微信授权的手机号（getPhoneNumber 的 code）',
    input: z.strictObject({ code: text(128) }),
    output: Me,
  }),
  'places.search': endpoint({
    kind: 'query',
    access: 'public',
    summary: '按名字、拼音或别名找村社区',
    input: z.strictObject({ text: text(40), limit: z.int().min(1).max(20).default(8) }),
    output: z.object({
      items: z.array(z.object({ code: z.string(), name: z.string(), townName: z.string(), label: z.string() })),
    }),
  }),
  'places.list': endpoint({
    kind: 'query',
    access: 'public',
    summary: '镇街与村社区目录',
    input: z.strictObject({ townCode: placeCode.optional() }),
    output: z.object({
      items: z.array(z.object({ code: z.string(), name: z.string(), parentCode: z.string().nullable() })),
    }),
  }),
  'places.locate': endpoint({
    kind: 'query',
    access: 'public',
    summary: '这个位置属于哪一格、由谁负责',
    input: position,
    output: z.object({
      town: z.object({ code: z.string(), name: z.string() }).nullable(),
      village: z.object({ code: z.string(), name: z.string() }).nullable(),
      grid: z.object({ code: z.string(), name: z.string(), synthetic: z.boolean() }).nullable(),
      label: z.string(),
    }),
  }),
};
