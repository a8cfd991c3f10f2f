import fc from 'fast-check';
import { type AllocationQuery, type Candidate, chooseAdvisor } from '#shared/domain/bookings/allocation';
import { conflictOf, type Matter } from '#shared/domain/bookings/conflicts';
import { villages } from './support';

const matter: Matter = { villageCode: villages.gaodian, isAgainstVillage: false, otherPartyKeys: [] };
const candidate = (advisorId: string, given: Partial<Candidate> = {}): Candidate => ({
  advisorId,
  name: advisorId,
  post: 'TEAM',
  load: 0,
  isFree: true,
  servedVillages: [],
  clientKeys: [],
  ...given,
});
const luo = candidate('罗', { post: 'PRIMARY', load: 9, servedVillages: [villages.gaodian] });
const chen = candidate('陈', { post: 'SUBSTITUTE', load: 5 });
const wang = candidate('王', { load: 3 });
const li = candidate('李', { load: 1 });
const all = [li, wang, chen, luo];

describe('chooseAdvisor', () => {
  it.each<[string, Partial<AllocationQuery>, string | undefined, string]>([
    ['the village’s own, however busy', {}, '罗 PRIMARY', '由您村（社区）的法律顾问罗律师接待您'],
    [
      'the substitute when the first has no free slot',
      { candidates: [li, wang, chen, { ...luo, isFree: false }] },
      '陈 SUBSTITUTE',
      '罗律师这段时间约不上，由替补的法律顾问陈律师接待您',
    ],
    [
      'the least loaded of the team without the village’s own',
      { candidates: [wang, li] },
      '李 LEAST_LOADED',
      '由镇街律师团队里手头事情最少的李律师接待您',
    ],
    [
      'somebody who does not serve the village when the village is the other side',
      { candidates: [luo, wang, li], matter: { ...matter, isAgainstVillage: true } },
      '李 LEAST_LOADED',
      '罗律师按规定要回避，由镇街律师团队里手头事情最少的李律师接待您',
    ],
    [
      'the next when the other side is a client of the firm, without saying so',
      {
        candidates: [luo, wang, { ...li, clientKeys: ['k1'] }],
        matter: { ...matter, isAgainstVillage: true, otherPartyKeys: ['k1'] },
      },
      '王 LEAST_LOADED',
      '罗律师按规定要回避，由镇街律师团队里手头事情最少的王律师接待您',
    ],
    ['the same as before on a reschedule', { previousAdvisorId: '王' }, '王 SAME_AS_BEFORE', '还是由王律师接待您'],
    [
      'the village’s own when the one of before has no time',
      { previousAdvisorId: '王', candidates: [luo, { ...wang, isFree: false }] },
      '罗 PRIMARY',
      '王律师这段时间约不上，由您村（社区）的法律顾问罗律师接待您',
    ],
    [
      'the village’s own when the one of before must stand aside now',
      {
        previousAdvisorId: '王',
        candidates: [luo, { ...wang, clientKeys: ['k1'] }],
        matter: { ...matter, otherPartyKeys: ['k1'] },
      },
      '罗 PRIMARY',
      '王律师按规定要回避，由您村（社区）的法律顾问罗律师接待您',
    ],
    [
      'the village’s own when the one of before has left',
      { previousAdvisorId: '赵' },
      '罗 PRIMARY',
      '由您村（社区）的法律顾问罗律师接待您',
    ],
    [
      'nobody where nobody is',
      { candidates: [] },
      undefined,
      '您村（社区）还没有安排法律顾问，可以拨打 12348 免费咨询',
    ],
    [
      'nobody when all are full',
      { candidates: [{ ...luo, isFree: false }] },
      undefined,
      '这段时间顾问都约满了，可以排候补，也可以拨打 12348 免费咨询',
    ],
    [
      'nobody when the only one must stand aside',
      { candidates: [luo, { ...wang, isFree: false }], matter: { ...matter, isAgainstVillage: true } },
      undefined,
      '能约的顾问要么需要回避、要么没有空，已转司法所另行安排，也可以拨打 12348 免费咨询',
    ],
  ])('takes %s', (_title, given, chosen, text) => {
    const answer = chooseAdvisor({ matter, candidates: all, ...given });
    expect(answer.chosen && `${answer.chosen.advisorId} ${answer.chosen.reason}`).toBe(chosen);
    expect(answer.text).toBe(text);
  });

  it('keeps for the record who was passed over and why', () => {
    const against = { ...matter, isAgainstVillage: true, otherPartyKeys: ['k1'] };
    const candidates = [luo, { ...wang, clientKeys: ['k1'] }, { ...li, isFree: false }];
    expect(chooseAdvisor({ matter: against, candidates }).passed).toEqual([
      { advisorId: '罗', reason: 'SERVES_THE_VILLAGE', text: '罗律师：这件事的对方是其服务的村（社区），按规定要回避' },
      { advisorId: '李', reason: 'NOT_FREE', text: '李律师这段时间约不上' },
      { advisorId: '王', reason: 'OTHER_SIDE_IS_CLIENT', text: '王律师：对方是其所在律师事务所的当事人，按规定要回避' },
    ]);
  });

  it('never chooses somebody with a conflict or without time, in whatever order they come', () => {
    const anybody = fc.uniqueArray(
      fc.record({
        advisorId: fc.string({ minLength: 1, maxLength: 3 }),
        name: fc.constant('某'),
        post: fc.constantFrom('PRIMARY', 'SUBSTITUTE', 'TEAM'),
        load: fc.nat(5),
        isFree: fc.boolean(),
        servedVillages: fc.subarray(Object.values(villages)),
        clientKeys: fc.subarray(['k1', 'k2']),
      }),
      { selector: ({ advisorId }) => advisorId, maxLength: 8 },
    );
    const anyMatter = fc.record({
      villageCode: fc.constant(villages.gaodian),
      isAgainstVillage: fc.boolean(),
      otherPartyKeys: fc.subarray(['k1', 'k2']),
    });
    fc.assert(
      fc.property(anybody, anyMatter, (candidates, about) => {
        const answer = chooseAdvisor({ matter: about, candidates });
        const eligible = candidates.filter((one) => one.isFree && !conflictOf(about, one));
        const chosen = eligible.find(({ advisorId }) => advisorId === answer.chosen?.advisorId);
        expect(Boolean(chosen)).toBe(eligible.length > 0);
        for (const other of eligible.filter(({ post }) => post === chosen?.post)) {
          expect(chosen?.load).toBeLessThanOrEqual(other.load);
        }
        expect(chooseAdvisor({ matter: about, candidates: candidates.toReversed() })).toEqual(answer);
      }),
    );
  });
});
