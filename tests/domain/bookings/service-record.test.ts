import {
  missingFields,
  recordFieldLabel,
  recordFields,
  type ServiceRecord,
} from '#shared/domain/bookings/service-record';
import { at } from '../support';

describe('missingFields', () => {
  const complete: ServiceRecord = {
    heldAt: at('2026-11-24 10:20'),
    place: '村委会调解室',
    persons: ['刘某'],
    kind: '邻里',
    content: '排水沟改道',
    lawCited: '民法典第二百八十八条',
    advice: '先协商',
    nextStep: '一周后回访',
  };

  it('finds none in a complete record', () => {
    expect(missingFields(complete)).toEqual([]);
  });

  it.each(recordFields)('finds %s when it is absent', (field) => {
    expect(missingFields({ ...complete, [field]: undefined })).toEqual([field]);
    expect(missingFields({ ...complete, [field]: null })).toEqual([field]);
    expect(recordFieldLabel(field)).toMatch(/^\p{Script=Han}{2,4}$/u);
  });

  it('takes blanks, no persons and no date for empty', () => {
    const blank = { ...complete, heldAt: new Date(Number.NaN), persons: [' '], place: '　' };
    expect(missingFields(blank)).toEqual(['heldAt', 'place', 'persons']);
    expect(missingFields({})).toEqual(recordFields);
  });
});
