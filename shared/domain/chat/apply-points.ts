import { dayOf } from '../time/clock';
import type { ClaimDraft, ClaimFound, ClaimTalk, TalkedRule } from './claim-state';
import { claimText, dayIn, deedIn } from './claim-words';
import { type Choice, type Outcome, outcome, say } from './reply';
import type { ChatState } from './state';
import type { Facts, Turn } from './turn';

type Said = Turn & { kind: 'said' };

/** A deed is kept in mind so long (hours); after that the desk begins anew. Default, to be confirmed. */
const rememberedHours = 24;
const most = 9;
/** So many rules are offered to choose from. */
const shownRules = 5;

const stop: Choice = { label: '不申请了', action: 'claim.stop' };

/** The talk about a deed that goes on, if it is not too old. */
export function claimOf(state: ChatState, now: Date): ClaimTalk | undefined {
  const { claim } = state;
  return claim && now.getTime() - Date.parse(claim.askedAt) < rememberedHours * 3_600_000 ? claim : undefined;
}

/** The same talk with this about a deed, or without. */
export function withClaim(state: ChatState, claim: ClaimTalk | undefined): ChatState {
  const { claim: _claim, pending: _pending, ...rest } = state;
  return claim ? { ...rest, failures: 0, claim } : { ...rest, failures: 0 };
}

/** Begins with the sentence that asked for points, or with the question what was done. */
export function startClaim(state: ChatState, facts: Facts, said?: Pick<Said, 'text' | 'photos'>): Outcome {
  const told = said && Array.from(deedIn(said.text)).length >= 2 ? [said.text] : [];
  return nextOfClaim(
    state,
    {
      ...{ id: facts.id, step: 'deed', said: told, photos: said?.photos ?? [] },
      happenedOn: (said && dayIn(said.text, facts.now)) ?? dayOf(facts.now),
      askedAt: facts.now.toISOString(),
    },
    facts,
  );
}

/** The next thing that is not known yet; at the end everything is said back on a card. */
export function nextOfClaim(state: ChatState, talk: ClaimTalk, facts: Facts): Outcome {
  const askedAt = facts.now.toISOString();
  const ask = (step: ClaimTalk['step'], reply: Outcome['replies'][number]) =>
    outcome(withClaim(state, { ...talk, step, askedAt }), [reply]);
  if (talk.said.length === 0) return ask('deed', say('做了什么好事？像平时说话一样说，哪天做的也说一下。'));
  if (!talk.offered)
    return outcome(withClaim(state, { ...talk, askedAt }), [], [{ kind: 'claimRules', text: claimText(talk.said) }]);
  if (!talk.rule) return ask('rule', rulesReply(talk.offered));
  if (talk.photos.length === 0)
    return ask(
      'photo',
      say(
        `这是「${talk.rule.title}」，加 ${talk.rule.pointsText.replace('+', '')} 分，凭${talk.rule.evidence}。拍一张照片发来。`,
        {
          ...{ type: 'photo', max: most, photoIds: [] },
          skip: { label: '没有照片', action: 'claim.noPhoto' },
        },
      ),
    );
  const draft = draftOfClaim(talk);
  return draft
    ? outcome(withClaim(state, { ...talk, step: 'confirm', askedAt }), [
        { kind: 'claimConfirm', text: '交上去是这样，可以吗？点哪行改哪行。', draft },
      ])
    : outcome(withClaim(state, undefined), []);
}

const rulesReply = (offered: readonly TalkedRule[]) =>
  say('规则里有这几件，您看是哪一件？', {
    type: 'choice',
    options: [
      ...offered.slice(0, shownRules).map(({ id, title, pointsText }): Choice => {
        const label = `${title} ${pointsText}`;
        return { label, action: 'claim.rule', payload: { ruleId: id, label } };
      }),
      { label: '都不是', action: 'claim.none' },
    ],
  });

/** What would be filed; undefined while something is missing. */
function draftOfClaim({ rule, said, happenedOn, photos }: ClaimTalk): ClaimDraft | undefined {
  if (!rule || said.length === 0 || photos.length === 0) return undefined;
  return { rule, text: claimText(said), happenedOn, photos };
}

/** The talk goes on with the rules the server found. */
export function claimFound(state: ChatState, found: ClaimFound, facts: Facts): Outcome {
  const talk = claimOf(state, facts.now);
  if (!talk) return outcome(state, []);
  if ('refusal' in found)
    return outcome(withClaim(state, undefined), [
      say(
        found.refusal === 'household'
          ? '积分是按户记的，您还没有登记到哪一户。在“我的”里点“家庭”登记，登记好了就能申请。'
          : '您那里还没有定积分规则，可以问问网格员。',
        { type: 'choice', options: [{ label: '联系网格员', action: 'contact' }] },
      ),
    ]);
  const [best] = found.rules;
  return nextOfClaim(state, { ...talk, offered: found.rules, ...(found.isSure && best && { rule: best }) }, facts);
}

/** Breaks it off. */
export const claimStopped = (state: ChatState): Outcome =>
  outcome(withClaim(state, undefined), [say('好的，不申请了。想起来再说“要加积分”就行。')]);

/** Photos for a deed; undefined when no talk waits for any. */
export function photosForClaim(state: ChatState, turn: Turn & { kind: 'sent' }, facts: Facts): Outcome | undefined {
  const talk = claimOf(state, facts.now);
  if (!talk || turn.photos.length === 0 || (talk.step !== 'photo' && talk.step !== 'confirm')) return undefined;
  const photos = [...new Set([...talk.photos, ...turn.photos])].slice(0, most);
  return nextOfClaim(state, { ...talk, photos }, facts);
}

/** A tap within the talk about a deed; undefined when it is not one. */
export function claimTap(state: ChatState, turn: Turn & { kind: 'tapped' }, facts: Facts): Outcome | undefined {
  const { action, payload } = turn;
  if (!action.startsWith('claim.')) return undefined;
  if (action === 'claim.start') return startClaim(state, facts);
  const talk = claimOf(state, facts.now);
  if (!talk) return outcome(withClaim(state, undefined), [say('这张卡片已经旧了。要申请加分，再说一声就行。')]);
  switch (action) {
    case 'claim.rule': {
      const rule = talk.offered?.find(({ id }) => id === payload.ruleId);
      return nextOfClaim(state, { ...talk, ...(rule && { rule }) }, facts);
    }
    case 'claim.none':
      return noRule(state);
    case 'claim.noPhoto':
      return withoutPhoto(state);
    case 'claim.edit':
      return edited(state, talk, String(payload.field ?? ''), facts);
    case 'claim.confirm':
      return talk.step === 'confirm' ? agreedOnClaim(state, talk) : nextOfClaim(state, talk, facts);
    default:
      return claimStopped(state);
  }
}

/** No rule fits: points come by rules only, and rules by the villagers' meeting. */
export const noRule = (state: ChatState): Outcome =>
  outcome(withClaim(state, undefined), [
    say('规则里现在没有这一件，不能加分。觉得该有，可以在村民会议上提，通过了就写进规则。好事还是要谢谢您。', {
      type: 'choice',
      options: [
        { label: '看积分规则', action: 'page', payload: { url: '/packages/points/pages/rules/index' } },
        { label: '来协商', action: 'consult' },
      ],
    }),
  ]);

/** Nothing is booked without evidence; the grid's staff may look themselves. */
export const withoutPhoto = (state: ChatState): Outcome =>
  outcome(withClaim(state, undefined), [
    say('加分要有凭证，没有照片我交不上去。可以请网格员来看一眼，由他替您家记。', {
      type: 'choice',
      options: [{ label: '联系网格员', action: 'contact', style: 'primary' }, stop],
    }),
  ]);

/** What is done on yes. */
export function agreedOnClaim(state: ChatState, talk: ClaimTalk): Outcome {
  const draft = draftOfClaim(talk);
  if (!draft) return outcome(state, [say('还差一点没说全。')]);
  return outcome(withClaim(state, undefined), [], [{ kind: 'claim', draft, talk }]);
}

/** A line of the card is asked again, and only that. */
function edited(state: ChatState, talk: ClaimTalk, field: string, facts: Facts): Outcome {
  const askedAt = facts.now.toISOString();
  if (field === 'rule') {
    const { rule: _rule, ...rest } = talk;
    return nextOfClaim(state, rest, facts);
  }
  if (field === 'day')
    return outcome(withClaim(state, { ...talk, step: 'day', askedAt }), [
      say('是哪一天的事？比如：昨天、上周六、11月21日。'),
    ]);
  if (field === 'photo') return nextOfClaim(state, { ...talk, photos: [] }, facts);
  const { offered: _offered, rule: _rule, ...rest } = talk;
  return nextOfClaim(state, { ...rest, said: [] }, facts);
}
