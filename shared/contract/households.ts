import { z } from 'zod';
import { moveKinds, moveStates } from '../domain/households/moves';
import { day, done, empty, endpoint, id, placeCode, printable, text } from './endpoint';

const code = z.string().min(1, '请填邀请码').max(40).regex(printable, '含有不能识别的字符');
const householdCode = text(20, 2);
/** Born then; only minors say so. */
const bornOn = day.optional();

const Member = z.object({
  id,
  name: z.string(),
  isHead: z.boolean(),
  isMe: z.boolean(),
  isMinor: z.boolean(),
});

const HouseholdMove = z
  .object({
    id,
    kind: z.enum(moveKinds),
    kindText: z.string(),
    state: z.enum(moveStates),
    stateText: z.string(),
    /** Who wants what, in a sentence. */
    text: z.string(),
    note: z.string().nullable(),
    reason: z.string().nullable(),
    askedText: z.string(),
    placeLabel: z.string(),
    /** What becomes of the points. */
    pointsText: z.string().nullable(),
    /** Who has still to agree, by name. */
    waitingFor: z.array(z.string()),
    abilities: z.array(z.enum(['consent', 'withdraw', 'grant', 'refuse'])),
  })
  .meta({ id: 'HouseholdMove', description: '户的变动：登记新户、入户、分户、并户、迁户' });

const MyHousehold = z
  .object({
    household: z
      .object({
        id,
        code: z.string(),
        name: z.string(),
        placeLabel: z.string(),
        balance: z.int(),
        members: z.array(Member),
        /** How points are divided when a household is split here. */
        splitText: z.string(),
      })
      .nullable(),
    isHead: z.boolean(),
    isMinor: z.boolean(),
    /** Where a new household would be registered; null for somebody who has not said where he or she lives. */
    homeLabel: z.string().nullable(),
    moves: z.array(HouseholdMove),
  })
  .meta({ id: 'MyHousehold', description: '我家的户' });

export const households = {
  'households.mine': endpoint({
    kind: 'query',
    access: 'member',
    summary: '我家的户：有谁、户主、正在办的变动',
    input: empty,
    output: MyHousehold,
  }),
  'households.invite': endpoint({
    kind: 'command',
    access: 'member',
    summary: '户主给家里人一个一次性的邀请码',
    limit: { times: 20, minutes: 60 },
    input: empty,
    output: z.object({ code: z.string(), qr: z.string(), untilText: z.string() }),
  }),
  'households.invited': endpoint({
    kind: 'query',
    access: 'member',
    summary: '邀请码是哪一户的',
    limit: { times: 30, minutes: 10 },
    input: z.strictObject({ code }),
    output: z.object({ name: z.string(), code: z.string(), placeLabel: z.string(), untilText: z.string() }),
  }),
  'households.accept': endpoint({
    kind: 'command',
    access: 'member',
    summary: '凭邀请码入户',
    limit: { times: 30, minutes: 10 },
    input: z.strictObject({ code, bornOn }),
    output: MyHousehold,
  }),
  'households.join': endpoint({
    kind: 'command',
    access: 'member',
    summary: '按户号申请入户，户主或者网格员确认',
    limit: { times: 10, minutes: 60 },
    input: z.strictObject({ householdCode, note: text(100).optional(), bornOn }),
    output: MyHousehold,
  }),
  'households.register': endpoint({
    kind: 'command',
    access: 'member',
    summary: '家里还没有户的，申请登记一户，网格员确认',
    limit: { times: 10, minutes: 60 },
    input: z.strictObject({ name: text(20, 2), note: text(100).optional() }),
    output: MyHousehold,
  }),
  'households.leave': endpoint({
    kind: 'command',
    access: 'member',
    summary: '退出现在的户，积分留在户里',
    input: empty,
    output: MyHousehold,
  }),
  'households.handOver': endpoint({
    kind: 'command',
    access: 'member',
    summary: '把户主交给家里另一位大人',
    input: z.strictObject({ personId: id }),
    output: MyHousehold,
  }),
  'households.split': endpoint({
    kind: 'command',
    access: 'member',
    summary: '申请分户：谁分出去；积分按规则分，或者全家商定分多少',
    limit: { times: 10, minutes: 60 },
    input: z.strictObject({
      name: text(20, 2),
      personIds: z.array(id).min(1, '先选谁分出去').max(20, '一次最多 20 人'),
      points: z.int('积分要是整数').min(0, '积分要是整数').max(100_000).optional(),
      note: text(100).optional(),
    }),
    output: MyHousehold,
  }),
  'households.merge': endpoint({
    kind: 'command',
    access: 'member',
    summary: '申请并户：全家并到另一户，积分一起过去',
    limit: { times: 10, minutes: 60 },
    input: z.strictObject({ householdCode, note: text(100).optional() }),
    output: MyHousehold,
  }),
  'households.relocate': endpoint({
    kind: 'command',
    access: 'member',
    summary: '申请迁户：全家搬到另一个村（社区），积分带过去',
    limit: { times: 10, minutes: 60 },
    input: z.strictObject({ villageCode: placeCode, note: text(100).optional() }),
    output: MyHousehold,
  }),
  'households.consent': endpoint({
    kind: 'command',
    access: 'member',
    summary: '同意家里的分户、并户',
    input: z.strictObject({ id }),
    output: MyHousehold,
  }),
  'households.withdraw': endpoint({
    kind: 'command',
    access: 'member',
    summary: '撤回自己提的',
    input: z.strictObject({ id }),
    output: MyHousehold,
  }),
  'households.decide': endpoint({
    kind: 'command',
    access: 'member',
    summary: '户主确认入户，网格员确认各种变动；不同意要写理由',
    input: z.strictObject({ id, isGranted: z.boolean(), reason: text(200, 2).optional() }),
    output: HouseholdMove,
  }),
  'households.desk': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '自己管的地方等确认的和最近办过的户的变动',
    input: z.strictObject({ view: z.enum(['open', 'ended']) }),
    output: z.object({ items: z.array(HouseholdMove), open: z.int() }),
  }),
  'households.nameHead': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '登记或者更换一户的户主',
    input: z.strictObject({ householdId: id, personId: id }),
    output: done,
  }),
};
