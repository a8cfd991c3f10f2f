import { type ChatState, topFrame } from './state';
import type { Payload } from './turn';

/** A tap said in words. */
export interface SpokenTap {
  readonly action: string;
  readonly payload: Payload;
}

const trimmed = /^[\s,，。.!！~]+|[\s,，。.!！~]+$|(?:吧|嘛|噻|撒|哈|了)$/g;

const everywhere: Readonly<Record<string, string>> = {
  报问题: 'report',
  我要报问题: 'report',
  提议题: 'consult',
  我要提议题: 'consult',
  约律师: 'advisor',
  来协商: 'consult',
  查积分: 'credit',
  联系网格员: 'contact',
  打电话给网格员: 'contact',
  我再说一遍: 'again',
  报上去: 'report.confirm',
  就报上去: 'report.confirm',
  提交: 'report.confirm',
};

const inReport: Readonly<Record<string, readonly [action: string, payload?: Payload]>> = {
  接着报: ['again'],
  继续报: ['again'],
  先不报: ['report.later'],
  不是这件: ['report.separate'],
  '不是这件，接着报': ['report.separate'],
  我家附近: ['report.home'],
  改事情: ['report.edit', { field: 'what' }],
  改地点: ['report.edit', { field: 'where' }],
  改地址: ['report.edit', { field: 'where' }],
  加照片: ['report.edit', { field: 'photo' }],
  就按这个报: ['report.place', { town: true }],
  '先不说位置，由中心来问': ['report.place', { unknown: true }],
  另外再报一件: ['report.another'],
  改成这件: ['report.replace'],
};

/** The option that a sentence names word for word: typing it is the same as tapping it. Undefined when it names none. */
export function spokenTap(state: ChatState, text: string): SpokenTap | undefined {
  const said = text.replace(trimmed, '').replace(trimmed, '');
  const frame = topFrame(state);
  const general = Object.hasOwn(everywhere, said) ? everywhere[said] : undefined;
  if (general) return { action: general, payload: {} };
  if (!frame) return undefined;
  const own = Object.hasOwn(inReport, said) ? inReport[said] : undefined;
  if (own && !state.pending) return { action: own[0], payload: own[1] ?? {} };
  const category = frame.step === 'category' ? frame.categories?.find(({ name }) => name === said) : undefined;
  if (category) return { action: 'report.category', payload: { code: category.code } };
  if (frame.step === 'category' && said === '都不是') return { action: 'report.category', payload: { code: '' } };
  const place = frame.step === 'village' ? frame.places?.find(({ label }) => label === said) : undefined;
  if (place) return { action: 'report.place', payload: { villageCode: place.villageCode ?? '' } };
  if (frame.step === 'similar' && said === '我也遇到' && frame.similar?.length === 1)
    return { action: 'report.join', payload: { ticketId: frame.similar[0] ?? '' } };
  return undefined;
}

/** Whether the resident says to go on with what was begun. */
export const goesOn = (text: string) => /^(?:接着|继续)(?:报|说|上报)?(?:吧|嘛|哈)?[。.]?$/.test(text.trim());
