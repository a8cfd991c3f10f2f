import fc from 'fast-check';
import { stageDueAt, topicAlarm } from '#shared/domain/forum/deadlines';
import { whyNotTopic } from '#shared/domain/forum/guards';
import {
  isTopicLiving,
  type TopicAction,
  type TopicStatus,
  topicActions,
  topicPhaseOf,
  topicStageOf,
  topicStatusAfter,
  topicStatuses,
} from '#shared/domain/forum/lifecycle';
import { bigramsOf } from '#shared/domain/forum/search';
import { countsFor, defaultThresholds, thresholdOf } from '#shared/domain/forum/voices';
import { calendar } from '../support';

const status = fc.constantFrom(...topicStatuses);
const action = fc.constantFrom(...topicActions);

describe('the life of a topic', () => {
  it('leads from 提 to 评 in seven stages', () => {
    const way: TopicAction[] = ['gather', 'accept', 'open', 'decide', 'publish', 'finish', 'conclude'];
    const passed: TopicStatus[] = ['RAISED'];
    for (const step of way) passed.push(topicStatusAfter(passed.at(-1)!, step)!);
    expect(passed).toEqual(['RAISED', 'REVIEW', 'NOTICE', 'DISCUSS', 'DECIDE', 'CARRY_OUT', 'JUDGE', 'DONE']);
    expect(passed.map(topicStageOf).join('')).toBe('提审告议定办评评');
  });

  it.each([
    ['REVIEW', 'sendBack', 'SENT_BACK'],
    ['SENT_BACK', 'resubmit', 'REVIEW'],
    ['REVIEW', 'ruleOut', 'RULED_OUT'],
    ['REVIEW', 'merge', 'MERGED'],
    ['REVIEW', 'split', 'SPLIT'],
    ['RAISED', 'lapse', 'LAPSED'],
    ['DISCUSS', 'disagree', 'UNAGREED'],
    ['JUDGE', 'redo', 'CARRY_OUT'],
  ] as const)('from %s, %s leads to %s', (from, by, to) => {
    expect(topicStatusAfter(from, by)).toBe(to);
  });

  it('ends for good: nothing leads out of an end, and every end is in the list of ends', () => {
    fc.assert(
      fc.property(status, action, (from, by) => {
        if (isTopicLiving(from)) return;
        expect(topicStatusAfter(from, by)).toBeUndefined();
        expect(topicPhaseOf(from)).toBe('ENDED');
      }),
    );
  });

  it('lets nobody withdraw, edit or split what has been announced', () => {
    for (const from of ['NOTICE', 'DISCUSS', 'DECIDE', 'CARRY_OUT', 'JUDGE'] as const)
      for (const by of ['withdraw', 'edit', 'split'] as const) expect(topicStatusAfter(from, by)).toBeUndefined();
  });
});

describe('guards', () => {
  const open = { status: 'RAISED', isPassed: true, extendCount: 0, counts: 'yes' } as const;

  it('let nobody support, comment on or accept words that have not passed', () => {
    for (const by of ['support', 'comment', 'takeUp', 'invite'] as const)
      expect(whyNotTopic(by, { ...open, isPassed: false })).toBe('topic_not_passed');
    expect(whyNotTopic('edit', { ...open, isPassed: false })).toBeUndefined();
    expect(whyNotTopic('withdraw', { ...open, isPassed: false })).toBeUndefined();
  });

  it('count voices where people live', () => {
    expect(whyNotTopic('support', open)).toBeUndefined();
    expect(whyNotTopic('support', { ...open, counts: 'elsewhere' })).toBe('topic_counts_elsewhere');
    expect(whyNotTopic('support', { ...open, counts: 'unknown' })).toBe('topic_home_missing');
    expect(whyNotTopic('comment', { ...open, counts: 'elsewhere' })).toBeUndefined();
  });

  it('give more time once', () => {
    expect(whyNotTopic('extend', { ...open, status: 'REVIEW' })).toBeUndefined();
    expect(whyNotTopic('extend', { ...open, status: 'REVIEW', extendCount: 1 })).toBe('topic_extend_limit');
  });
});

describe('clocks', () => {
  const friday = new Date('2026-11-27T10:00:00+08:00');

  it('give a review three working days and a notice three whole days', () => {
    expect(stageDueAt('REVIEW', friday, calendar)).toEqual(new Date('2026-12-02T23:59:59+08:00'));
    expect(stageDueAt('NOTICE', friday, calendar)).toEqual(new Date('2026-11-30T23:59:59+08:00'));
    expect(stageDueAt('DONE', friday, calendar)).toBeNull();
  });

  it('open the talk when the notice ends, close what gathers too few, warn before the rest', () => {
    const dueAt = new Date('2026-12-02T23:59:59+08:00');
    expect(topicAlarm('NOTICE', friday, dueAt)).toEqual({ alarmAt: dueAt, alarmKind: 'OPEN' });
    const warned = topicAlarm('RAISED', friday, dueAt);
    expect(warned.alarmKind).toBe('WARN');
    expect(warned.alarmAt! > friday && warned.alarmAt! < dueAt).toBe(true);
    expect(topicAlarm('RAISED', friday, dueAt, 'WARN')).toEqual({ alarmAt: dueAt, alarmKind: 'LAPSE' });
    expect(topicAlarm('REVIEW', friday, dueAt, 'WARN')).toEqual({ alarmAt: dueAt, alarmKind: 'OVERDUE' });
  });
});

describe('voices', () => {
  it('need as many as the nearest place says', () => {
    const lines = [
      { placeCode: '*', level: 'VILLAGE', voices: 8 },
      { placeCode: 'town', level: 'VILLAGE', voices: 6 },
      { placeCode: 'village', level: 'ESTATE', voices: 3 },
    ] as const;
    expect(thresholdOf('VILLAGE', ['village', 'town'], lines)).toBe(6);
    expect(thresholdOf('VILLAGE', ['other'], lines)).toBe(8);
    expect(thresholdOf('ESTATE', ['village', 'town'], lines)).toBe(3);
    expect(thresholdOf('TOWN', ['town'], lines)).toBe(defaultThresholds.TOWN);
  });

  it('count in the home village, for a town topic in the whole town', () => {
    const village = { level: 'VILLAGE', villageCode: 'a', townCode: 't' } as const;
    const town = { level: 'TOWN', villageCode: null, townCode: 't' } as const;
    expect(countsFor(village, { villageCode: 'a', townCode: 't' })).toBe('yes');
    expect(countsFor(village, { villageCode: 'b', townCode: 't' })).toBe('elsewhere');
    expect(countsFor(town, { villageCode: 'b', townCode: 't' })).toBe('yes');
    expect(countsFor(town, { villageCode: 'c', townCode: 'u' })).toBe('elsewhere');
    expect(countsFor(town, null)).toBe('unknown');
  });
});

describe('search pieces', () => {
  it('are the pairs of characters, whatever stands between', () => {
    expect(bigramsOf('停车 位！')).toEqual(['停车', '车位']);
    expect(bigramsOf('灯')).toEqual([]);
  });

  it('of a part are among those of the whole', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (before, part, behind) => {
        const whole = new Set(bigramsOf(before + part + behind));
        expect(bigramsOf(part).every((piece) => whole.has(piece))).toBe(true);
      }),
    );
  });
});
