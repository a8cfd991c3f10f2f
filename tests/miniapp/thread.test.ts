import fc from 'fast-check';
import { emptyThread, greetingSeq, isActive, isUnderWay, merge } from '../../miniapp/chat/thread';
import type { Outgoing } from '../../miniapp/chat/types';
import { confirmCard, said, talk } from './support/samples';

describe('the thread', () => {
  it('holds every message once and in order, whatever overlaps and in whatever order pages come', () => {
    const seqs = fc.uniqueArray(fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(seqs, seqs, (one, other) => {
        const page = (numbers: number[]) => numbers.map((seq) => said(seq, 'BOT', `第 ${seq} 句`));
        const merged = merge(merge([], page(one)), page(other)).map((message) => message.seq);
        expect(merged).toEqual([...new Set([...one, ...other])].sort((a, b) => a - b));
      }),
    );
  });

  it('turns a question’s buttons off once the person has gone on', () => {
    const question = said(1, 'BOT', '这样报可以吗？', confirmCard);
    expect(isActive(question, { ...emptyThread, messages: [question] })).toBe(true);
    expect(isActive(question, { ...emptyThread, messages: [question, said(2, 'RESIDENT', '报上去')] })).toBe(false);
  });

  it('greets after what was said before, but on top of a question or a person that still waits', () => {
    const answered = [said(1, 'RESIDENT', '在吗'), said(2, 'BOT', '在')];
    expect(greetingSeq(answered, talk(2))).toBe(2);
    expect(greetingSeq([...answered, said(3, 'BOT', '这样报可以吗？', confirmCard)], talk(3))).toBe(0);
    expect(greetingSeq(answered, { ...talk(2), mode: 'QUEUED' })).toBe(0);
  });

  it('knows the same tap while it is on its way, and lets it be said again after it failed', () => {
    const tapped: Outgoing = {
      key: 'k',
      sent: { action: 'submit' },
      label: '报上去',
      paths: [],
      uploaded: [],
      state: 'sending',
    };
    expect(isUnderWay([tapped], { action: 'submit' }, [])).toBe(true);
    expect(isUnderWay([{ ...tapped, state: 'failed' }], { action: 'submit' }, [])).toBe(false);
    expect(isUnderWay([tapped], { action: 'cancel' }, [])).toBe(false);
  });
});
