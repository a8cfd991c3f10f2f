import fc from 'fast-check';
import { advance, expectingOf, placeholderOf } from '#shared/domain/chat/flow';
import type { Outcome } from '#shared/domain/chat/reply';
import { type ChatState, freshState, topFrame, withFiled } from '#shared/domain/chat/state';
import type { Facts, Heard, Turn } from '#shared/domain/chat/turn';

const now = new Date('2026-11-23T10:00:00+08:00');
const facts: Facts = {
  now,
  id: 'draft-1',
  mode: 'BOT',
  staffed: true,
  opensText: '明天 08:30',
  otherCategory: { code: 'other', name: '其他事项', sensitive: false },
};
const place = {
  label: '李庄镇高桥村',
  villageCode: '511502101208',
  townCode: '511502101000',
  inScope: true,
  source: 'said',
} as const;
const light = { code: 'streetlight', name: '路灯不亮', sensitive: false, confidence: 0.95 };
const nothing: Heard = {
  intent: 'unknown',
  confidence: 0.8,
  candidates: [],
  categories: [],
  answersAsked: false,
  sensitive: false,
  because: [],
};
const report: Partial<Heard> = { intent: 'report', confidence: 0.95, categories: [light], what: '路灯坏了' };
const said = (text: string, heard: Partial<Heard> = {}): Turn => ({
  kind: 'said',
  text,
  heard: { ...nothing, ...heard },
  photos: [],
});
const tapped = (action: string, payload = {}): Turn => ({ kind: 'tapped', action, payload, photos: [] });
const talk = (...turns: Turn[]): Outcome =>
  turns.reduce<Outcome>((before, turn) => advance(before.state, turn, facts), {
    state: freshState,
    replies: [],
    effects: [],
  });

const atConfirm = () =>
  talk(said('高桥村路灯坏了', { ...report, place }), { kind: 'looked', similar: [] }, tapped('report.skipPhoto'));

describe('advance', () => {
  it('asks for what is missing, one thing at a time', () => {
    expect(talk(said('路灯坏了', report)).replies).toHaveLength(1);
    expect(topFrame(talk(said('路灯坏了', report)).state)?.step).toBe('where');
    expect(topFrame(talk(said('我要报个问题', { intent: 'report', confidence: 0.9 })).state)?.step).toBe('what');
  });

  it('asks at most four questions for a report in which nothing was said beforehand', () => {
    const steps = [
      talk(tapped('report')),
      talk(tapped('report'), said('路灯坏了', report)),
      talk(tapped('report'), said('路灯坏了', report), said('高桥村', { place }), { kind: 'looked', similar: [] }),
      atConfirm(),
    ].map(({ state }) => topFrame(state)?.step);
    expect(steps).toEqual(['what', 'where', 'photo', 'confirm']);
  });

  it('wants similar reports looked for once place and category are known, and again when one of them changes', () => {
    const first = talk(said('高桥村路灯坏了', { ...report, place }));
    expect(first.effects).toMatchObject([{ kind: 'look' }]);
    expect(first.replies).toEqual([]);
    const manhole = { code: 'manhole', name: '井盖破损缺失', sensitive: false };
    const changed = advance(
      atConfirm().state,
      said('不是路灯是井盖', { intent: 'correction', correction: { field: 'what', to: '井盖', category: manhole } }),
      facts,
    );
    expect(changed.effects).toMatchObject([{ kind: 'look' }]);
  });

  it.each(['report.confirm'])('files the card on %s, and only once', (action) => {
    const filed = advance(atConfirm().state, tapped(action, { draftId: 'draft-1' }), facts);
    expect(filed.effects).toMatchObject([{ kind: 'file', draft: { id: 'draft-1' } }]);
    const remembered = withFiled(filed.state, { draftId: 'draft-1', ticketId: 't', no: 'CP1', title: '路灯坏了' });
    const again = advance(remembered, tapped(action, { draftId: 'draft-1' }), facts);
    expect(again.effects).toEqual([]);
    expect(again.replies).toMatchObject([{ kind: 'ticket', ticketId: 't' }]);
  });

  it('does not file from a card that is no longer the newest', () => {
    const stale = advance(atConfirm().state, tapped('report.confirm', { draftId: 'another' }), facts);
    expect(stale.effects).toEqual([]);
    expect(topFrame(stale.state)?.step).toBe('confirm');
  });

  it('puts danger before everything, and takes the report without looking for similar ones', () => {
    const danger = { kind: 'fire', numbers: ['119'] };
    const { replies, effects } = talk(said('高桥村着火了', { intent: 'emergency', danger, place, what: '着火了' }));
    expect(replies[0]).toMatchObject({ kind: 'say', card: { type: 'emergency', kind: 'fire' } });
    expect(replies.at(-1)).toMatchObject({ kind: 'confirm', draft: { details: { danger: 'fire' } } });
    expect(effects).toEqual([]);
  });

  it('keeps sensitive and unnamed reports from being compared with others', () => {
    const cadre = { code: 'cadre_conduct', name: '干部作风与村务', sensitive: true, confidence: 0.9 };
    expect(talk(said('村主任贪污', { ...report, categories: [cadre], place })).effects).toEqual([]);
    expect(talk(said('我匿名举报路灯坏了', { ...report, place })).effects).toEqual([]);
  });

  it('is silent while a person has the talk', () => {
    for (const mode of ['QUEUED', 'HUMAN'] as const)
      expect(advance(freshState, said('路灯坏了', report), { ...facts, mode })).toMatchObject({
        replies: [],
        effects: [],
      });
  });

  it('says when people are there again, off hours, and takes the next sentence as a report', () => {
    const asked = advance(freshState, tapped('human'), { ...facts, staffed: false });
    expect(asked.effects).toEqual([]);
    expect(asked.replies).toMatchObject([{ text: expect.stringContaining('明天 08:30') }]);
    const noted = advance(asked.state, said('高桥村的事要跟人说', { place, what: '有事要说' }), facts);
    expect(topFrame(noted.state)?.details).toMatchObject({ category: { code: 'other' } });
  });

  it('does not take a place that another desk looks after, however it was given', () => {
    const outside = { ...place, label: '白沙湾街道', inScope: false };
    const { state, replies } = talk(said('白沙湾路灯坏了', { ...report, place: outside }));
    expect(replies).toMatchObject([{ text: expect.stringContaining('不在翠屏区') }, { card: { type: 'place' } }]);
    expect(topFrame(state)?.details.where).toBeUndefined();
  });

  it('forgets a draft after seven days and asks after eight hours', () => {
    const { state } = talk(said('路灯坏了', report));
    const later = (hours: number) => ({ ...facts, now: new Date(now.getTime() + hours * 3_600_000) });
    expect(advance(state, said('高桥村', { place }), later(9)).state.pending).toMatchObject({ kind: 'resume' });
    expect(advance(state, said('高桥村', { place }), later(7)).state.pending).toBeUndefined();
    expect(advance(state, said('你好', { intent: 'smalltalk', confidence: 1 }), later(24 * 8)).state.frames).toEqual(
      [],
    );
  });
});

describe('every talk', () => {
  const heard = fc.record({
    intent: fc.constantFrom(
      'report',
      'progress',
      'contact',
      'human',
      'smalltalk',
      'cancel',
      'correction',
      'unknown',
      'credit',
      'emergency',
    ),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    categories: fc.constantFrom(
      [],
      [light],
      [
        { ...light, confidence: 0.3 },
        { code: 'other', name: '其他事项', sensitive: false, confidence: 0.25 },
      ],
    ),
    place: fc.constantFrom(undefined, place, { ...place, inScope: false }),
    answer: fc.constantFrom(undefined, 'yes' as const, 'no' as const, 'skip' as const),
    ordinal: fc.constantFrom(undefined, 1, 2, -1),
    danger: fc.constantFrom(undefined, undefined, undefined, { kind: 'fire', numbers: ['119'] }),
    correction: fc.constantFrom(undefined, undefined, { field: 'where' }, { field: 'what', to: '井盖' }),
  });
  const turns = fc.oneof(
    fc
      .tuple(fc.string({ minLength: 1, maxLength: 12 }), heard)
      .map(([text, one]) => said(text.replace(/!/g, '.'), one)),
    fc
      .constantFrom(
        'report',
        'report.confirm',
        'report.edit',
        'report.later',
        'report.join',
        'report.separate',
        'report.place',
        'report.category',
        'report.cancel',
        'report.skipPhoto',
        'report.anonymous',
        'yes',
        'no',
        'meant',
        'again',
        'back',
        'human',
        'contact',
        'constructor',
        'x',
      )
      .map((action) => tapped(action, { field: 'what', intent: 'report' })),
    fc.constant<Turn>({ kind: 'sent', photos: ['p1', 'p2'] }),
    fc.constant<Turn>({ kind: 'looked', similar: ['t1'] }),
  );

  it('never throws, never loses its JSON shape, and always answers unless it asks to look or to join', () => {
    fc.assert(
      fc.property(fc.array(turns, { maxLength: 14 }), (script) => {
        let state: ChatState = freshState;
        for (const turn of script) {
          const { state: next, replies, effects } = advance(state, turn, facts);
          const waits = effects.some(({ kind }) => kind === 'look' || kind === 'join');
          if (turn.kind !== 'looked') expect(replies.length > 0 || waits).toBe(true);
          expect(replies.length).toBeLessThanOrEqual(4);
          expect(effects.filter(({ kind }) => kind === 'file').length).toBeLessThanOrEqual(1);
          expect(next.frames.length).toBeLessThanOrEqual(3);
          expect(typeof placeholderOf(next)).toBe('string');
          expectingOf(next);
          state = JSON.parse(JSON.stringify(next));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same for the same', () => {
    fc.assert(
      fc.property(fc.array(turns, { maxLength: 8 }), (script) => {
        expect(talk(...script)).toEqual(talk(...script));
      }),
      { numRuns: 60 },
    );
  });

  it('speaks without exclamation marks and without the words of offices', () => {
    fc.assert(
      fc.property(fc.array(turns, { maxLength: 10 }), (script) => {
        const words = JSON.stringify(talk(...script).replies);
        expect(words).not.toMatch(/[!！]|工单|派单|责任主体/);
      }),
      { numRuns: 100 },
    );
  });
});
