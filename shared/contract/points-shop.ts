import { z } from 'zod';
import { redemptionStates, shopBounds } from '../domain/points/shop';
import { cursor, done, empty, endpoint, id, page, pageSize, placeCode, text, version } from './endpoint';
import { Photo } from './tickets';

const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, '月份不对');
const count = z
  .int('数量要是整数')
  .min(1, '至少换 1 件')
  .max(shopBounds.countTo, `一次最多换 ${shopBounds.countTo} 件`);
const code = z.string().max(40, '取货码不对');

export const ShopGood = z
  .object({
    id,
    name: z.string(),
    about: z.string(),
    points: z.int(),
    yearLimit: z.int().nullable(),
    stock: z.int(),
    photo: Photo.nullable(),
    outletId: id,
    outletName: z.string(),
    isOffered: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'ShopGood', description: '积分能换的东西' });

export const ShopOutlet = z
  .object({ id, name: z.string(), address: z.string(), hours: z.string(), isOpen: z.boolean() })
  .meta({ id: 'ShopOutlet', description: '兑换点' });

export const Redemption = z
  .object({
    id,
    goodName: z.string(),
    count: z.int(),
    points: z.int(),
    state: z.enum(redemptionStates),
    stateText: z.string(),
    outlet: ShopOutlet,
    atText: z.string(),
    untilText: z.string().nullable(),
    /** Only while it waits to be picked up: the code, and its QR as an SVG data address. */
    pickup: z.object({ code: z.string(), qr: z.string() }).nullable(),
    mayCancel: z.boolean(),
  })
  .meta({ id: 'Redemption', description: '一次兑换' });

const Handed = z.object({ id, goodName: z.string(), count: z.int(), householdCode: z.string(), atText: z.string() });

const MonthLine = z.object({
  outletId: id,
  outletName: z.string(),
  redemptions: z.int(),
  points: z.int(),
  goods: z.array(z.object({ name: z.string(), count: z.int(), points: z.int() })),
  settledText: z.string().nullable(),
  maySettle: z.boolean(),
});

export const pointsShop = {
  'shop.goods': endpoint({
    kind: 'query',
    access: 'public',
    summary: '一个村（社区）积分能换的东西',
    input: z.strictObject({ villageCode: placeCode.optional() }),
    output: z.object({
      villageCode: z.string(),
      placeLabel: z.string(),
      /** What the caller's family has; null for somebody without one, or of another village. */
      balance: z.int().nullable(),
      goods: z.array(ShopGood),
    }),
  }),
  'shop.redeem': endpoint({
    kind: 'command',
    access: 'member',
    summary: '用积分换东西：积分和库存一起扣，给一个取货码',
    input: z.strictObject({ goodId: id, count }),
    output: Redemption,
  }),
  'shop.redemptions': endpoint({
    kind: 'query',
    access: 'member',
    summary: '我家换的东西和取货码，最近的在前',
    input: z.strictObject({ limit: pageSize, cursor: cursor.optional() }),
    output: page(Redemption),
  }),
  'shop.cancel': endpoint({
    kind: 'command',
    access: 'member',
    summary: '不要了：没领之前可以取消，积分退回',
    input: z.strictObject({ id }),
    output: Redemption,
  }),
  'shop.counter': endpoint({
    kind: 'query',
    access: 'member',
    summary: '兑换点：我在哪里发货，今天发了什么',
    input: empty,
    output: z.object({ outlets: z.array(ShopOutlet), waiting: z.int(), handed: z.array(Handed) }),
  }),
  'shop.look': endpoint({
    kind: 'query',
    access: 'member',
    summary: '兑换点：这个取货码要发什么',
    input: z.strictObject({ code }),
    output: z.object({
      id,
      goodName: z.string(),
      count: z.int(),
      householdCode: z.string(),
      outletName: z.string(),
      untilText: z.string(),
    }),
  }),
  'shop.handOver': endpoint({
    kind: 'command',
    access: 'member',
    summary: '兑换点：东西给了，取货码作废',
    input: z.strictObject({ code }),
    output: Handed,
  }),
  'shop.desk': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '村里管积分超市：兑换点、东西、谁在发货',
    input: z.strictObject({ villageCode: placeCode }),
    output: z.object({
      villageCode: z.string(),
      placeLabel: z.string(),
      outlets: z.array(ShopOutlet.extend({ keepers: z.array(z.object({ id, name: z.string() })) })),
      goods: z.array(ShopGood),
    }),
  }),
  'shop.saveOutlet': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '登记或修改一个兑换点',
    input: z.strictObject({
      id: id.optional(),
      villageCode: placeCode,
      name: text(30, 2),
      address: text(60, 2),
      hours: text(60, 2),
      isOpen: z.boolean().default(true),
    }),
    output: ShopOutlet,
  }),
  'shop.appointKeeper': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '定一个人在兑换点发货（按手机号找）',
    input: z.strictObject({ outletId: id, phone: z.string().regex(/^1[3-9]\d{9}$/, '手机号是 11 位数字') }),
    output: done,
  }),
  'shop.dismissKeeper': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '不再由这个人发货',
    input: z.strictObject({ outletId: id, personId: id }),
    output: done,
  }),
  'shop.saveGood': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '上架或修改一样东西（库存另外加减）',
    input: z.strictObject({
      id: id.optional(),
      version: version.optional(),
      outletId: id,
      name: text(30, 2),
      about: text(200),
      points: z
        .int('要多少分要是整数')
        .min(shopBounds.pointsFrom, `最少 ${shopBounds.pointsFrom} 分`)
        .max(shopBounds.pointsTo, `最多 ${shopBounds.pointsTo} 分`),
      yearLimit: z.int('上限要是整数').min(1, '上限至少 1 件').max(100, '上限最多 100 件').nullable(),
      photoId: id.nullable(),
      isOffered: z.boolean(),
    }),
    output: ShopGood,
  }),
  'shop.stock': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '进货、盘点：库存加减多少',
    input: z.strictObject({
      goodId: id,
      change: z.int('要是整数').min(-shopBounds.stockTo).max(shopBounds.stockTo),
      note: text(60, 2),
    }),
    output: ShopGood,
  }),
  'shop.month': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '一个月里各兑换点发了多少',
    input: z.strictObject({ villageCode: placeCode, month }),
    output: z.object({ month: z.string(), placeLabel: z.string(), isOver: z.boolean(), lines: z.array(MonthLine) }),
  }),
  'shop.settle': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '核对并结清一个兑换点的一个月',
    input: z.strictObject({ outletId: id, month }),
    output: done,
  }),
  'shop.report': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '导出一个月的结算表（XLSX，带水印，记下谁为什么导出）',
    input: z.strictObject({ villageCode: placeCode, month, reason: text(200, 2) }),
    output: z.object({ url: z.string(), rows: z.int() }),
  }),
};
