import { cued } from './cued';
import { numberOf, numeralClass } from './numbers';

const mobile = cued(/(?<!\d)1[3-9]\d{9}(?!\d)/);
const spacedMobile = cued(/(?<!\d)1[3-9]\d[ -]\d{4}[ -]\d{4}(?!\d)/);
const landline = cued(/(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)/);
const ticket = cued(/(?<![A-Za-z\d])([A-Za-z]{2,3})-?(\d{8})-?(\d{3,6})(?!\d)/);
const crowd = cued(
  new RegExp(
    `([${numeralClass}]{1,5}|几百|上百|几十|十几|几|好多(?=户|家人|住户|业主|居民|村民|工人)|很多(?=户|家人|住户|业主|居民|村民|工人))(?:多|来|几)?(?:个)?(?:人(?![民工行家])|户|家人|位|老人|小孩|工人|住户|业主|居民|村民|邻居)`,
  ),
);
const hurry = cued(
  /急(?!诊|救|性|转)|赶紧|赶快|马上|尽快|快点|危险|搞快|等不得|等不起|越快越好|受不了|遭不住|要出事|出人命/,
);

/** Telephone number in the message: mobile first, else landline, digits only (landline with its hyphen). Undefined when none. */
export function phoneIn(text: string): string | undefined {
  const spaced = spacedMobile.exec(text)?.[0].replace(/[ -]/g, '');
  return mobile.exec(text)?.[0] ?? spaced ?? landline.exec(text)?.[0];
}

/** Ticket number in its canonical spelling CP20261123-0042, however it was typed. Undefined when none. */
export function ticketNumberIn(text: string): string | undefined {
  const hit = ticket.exec(text);
  return hit ? `${(hit[1] ?? '').toUpperCase()}${hit[2]}-${hit[3]}` : undefined;
}

const vagueCounts: Readonly<Record<string, number>> = {
  几百: 200,
  上百: 100,
  几十: 20,
  十几: 10,
  几: 3,
  好多: 5,
  很多: 5,
};

/** How many people or households are touched, the lower bound when vague (二十多户 → 20, 十几户 → 10, 几十户 → 20, 几户 → 3, 好多户 → 5, 两三户 → 2; default, to be confirmed). */
export function peopleIn(text: string): number | undefined {
  const said = crowd.exec(text)?.[1];
  if (said === undefined) return undefined;
  const vague = vagueCounts[said];
  if (vague !== undefined) return vague;
  const either = /^([一二两三四五六七八九])[二三四五六七八九](十?)$/.exec(said);
  if (either) return (numberOf(either[1] ?? '') ?? 0) * (either[2] ? 10 : 1);
  const value = numberOf(said);
  return value === undefined || (value <= 1 && !/一个|1个/.test(text)) ? undefined : value;
}

/** Whether the resident presses: 急, 赶紧, 危险 … */
export function isUrgent(text: string): boolean {
  return hurry.test(text);
}
