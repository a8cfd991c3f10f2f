import type { BookingAim } from './booking-state';

/** Words by which people name what a talk with a lawyer is about, by 纠纷类型. Default, to be confirmed. */
const words: readonly (readonly [disputeType: string, pattern: RegExp])[] = [
  ['婚姻家庭', /离婚|结婚|彩礼|抚养|赡养|养老|遗产|继承|家暴|两口子|婆媳|分家/],
  ['劳动', /工资|工钱|欠薪|工伤|打工|辞退|社保/],
  ['交通', /撞|车祸|交通事故/],
  ['医疗', /医院|医疗|手术|误诊/],
  ['土地承包', /承包|流转|地租|田土/],
  ['宅基地', /宅基地|老屋|建房|翻修|房产证/],
  ['征拆', /拆迁|征地|征收|安置|补偿款/],
  ['借贷', /借钱|借条|欠钱|欠款|还钱|高利贷|贷款/],
  ['物业', /物业|停车费|电梯/],
  ['消费', /假货|退款|退货|上当|保健品/],
  ['环境', /污染|臭味|噪音|噪声/],
  ['合同', /合同|协议|定金|违约/],
  ['损害赔偿', /打伤|受伤|赔偿|赔钱|咬伤/],
  ['邻里', /邻居|隔壁|地边|屋檐|挡|占了/],
];

/** The 纠纷类型 a sentence sounds like; 其他 when it sounds like none. */
export const disputeTypeOf = (text: string): string => words.find(([, pattern]) => pattern.test(text))?.[0] ?? '其他';

const moves =
  /(?:改|换|挪|推|提前?)(?:到|个时间|个日子|一下时间|成(?:明|后|下|这|周|星期|礼拜))|改期|改时间|换时间|改约/;
const cancels =
  /(?:取消|退掉?|推掉?|不要).{0,6}(?:预约|约的?|律师|顾问)|(?:预约|约的?律师|约好的).{0,6}(?:取消|不去|退|不要)/;

/** What a sentence about a booking that stands wants, or undefined. */
export function aimOf(text: string): Exclude<BookingAim, 'book'> | undefined {
  if (cancels.test(text)) return 'cancel';
  return moves.test(text) ? 'move' : undefined;
}

/** What is left of a sentence as the matter: without the wish to book and the time, empty when nothing is. */
export function matterOf(text: string, when: string | undefined): string {
  const bare = (when ? text.replace(when, '') : text)
    .replace(
      /(?:我)?(?:想|要|帮我|请|给我)*(?:预?约|找|见|问)(?:一?下|一?个|哈)?(?:我们)?(?:村(?:里|上)?的?|社区的?)?(?:法律)?(?:律师|顾问)/g,
      '',
    )
    .replace(/[，。！？,.!?\s的了吧嘛哈]+$/g, '')
    .replace(/^[，。！？,.!?\s]+/g, '');
  return Array.from(bare).length >= 4 ? Array.from(bare).slice(0, 200).join('') : '';
}
