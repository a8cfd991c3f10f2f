import type { DisputeType } from '../../../booking/types';

/** What a resident has written for a booking; kept on the phone until it is booked. */
export interface Matter {
  matter: string;
  disputeType: DisputeType;
  otherParty: string;
  phone: string;
}

/** Nothing written yet. */
export const emptyMatter: Matter = { matter: '', disputeType: '其他', otherParty: '', phone: '' };

/** The same as the contract's: 11 digits of a mainland mobile. */
export const isMobile = (text: string): boolean => /^1[3-9]\d{9}$/.test(text);

/** What still stops a matter from being sent, as one sentence a field; none when it may go. */
export function matterProblems({ matter, phone }: Matter, needsPhone: boolean): Partial<Record<keyof Matter, string>> {
  const called = phone.trim();
  return {
    ...(matter.trim().length < 2 ? { matter: '用一句话说说什么事' } : {}),
    ...(called
      ? isMobile(called)
        ? {}
        : { phone: '手机号是 11 位数字' }
      : needsPhone
        ? { phone: '律师打哪个电话找您' }
        : {}),
  };
}

/** The written parts as the calls take them: trimmed, empty ones left out. */
export function matterInput({ matter, disputeType, otherParty, phone }: Matter) {
  return {
    matter: matter.trim(),
    disputeType,
    ...(otherParty.trim() ? { otherParty: otherParty.trim() } : {}),
    ...(phone.trim() ? { phone: phone.trim() } : {}),
  };
}
