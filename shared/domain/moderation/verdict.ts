import { type ModerationRule, ruleOfLabel } from './rules';

/**
 * Where a piece stands: WAITING to be asked about, ASKED and without the answer (pictures), HELD for a person, PASSED, REFUSED.
 * Only PASSED is shown to third persons.
 */
export const checkStages = ['WAITING', 'ASKED', 'HELD', 'PASSED', 'REFUSED'] as const;
export type CheckStage = (typeof checkStages)[number];

/** Why a piece waits for a person. */
export const holdReasons = {
  REVIEW: '微信建议人工看一看',
  STALE: '作者离开太久，微信不再核对',
  LIMITED: '微信今天的核对次数用完了',
  UNREACHABLE: '微信没有答复',
  NO_OPENID: '作者没有用微信登录',
  NO_ANSWER: '图片过了 40 分钟没有核对结果',
  WORDS: '有需要人看的词句',
  PERSONAL: '可能有个人信息',
  REPORTS: '几个人举报',
} as const;
export type HoldReason = keyof typeof holdReasons;

/** What the local reading of a text found: nothing, something for a person to look at, or a rule that is broken for certain. */
export interface LocalReading {
  readonly refuse?: ModerationRule;
  readonly hold?: { readonly because: 'WORDS' | 'PERSONAL'; readonly rule: ModerationRule };
}

/** What came of asking WeChat about a text. */
export type Asked =
  | { readonly kind: 'judged'; readonly suggest: 'pass' | 'review' | 'risky'; readonly label: number }
  | { readonly kind: 'failed'; readonly because: 'STALE' | 'LIMITED' | 'UNREACHABLE' | 'NO_OPENID' };

export interface Verdict {
  readonly stage: 'PASSED' | 'HELD' | 'REFUSED';
  readonly rule: ModerationRule | null;
  readonly because: HoldReason | null;
  /** The machine may ask again: nothing was wrong with the piece. */
  readonly again: boolean;
}

/**
 * What becomes of a piece. Whatever is not a clear pass goes to a person, and what WeChat calls risky or the local list knows for certain is refused
 * with its rule. Nothing that could not be asked about is let through.
 */
export function verdictOn(local: LocalReading, asked: Asked | undefined): Verdict {
  if (local.refuse) return { stage: 'REFUSED', rule: local.refuse, because: null, again: false };
  if (asked?.kind === 'judged' && asked.suggest === 'risky')
    return { stage: 'REFUSED', rule: ruleOfLabel(asked.label), because: null, again: false };
  if (local.hold) return { stage: 'HELD', rule: local.hold.rule, because: local.hold.because, again: false };
  if (!asked) return { stage: 'HELD', rule: null, because: 'UNREACHABLE', again: true };
  if (asked.kind === 'failed') {
    const again = asked.because === 'LIMITED' || asked.because === 'UNREACHABLE';
    return { stage: 'HELD', rule: null, because: asked.because, again };
  }
  if (asked.suggest === 'review')
    return {
      stage: 'HELD',
      rule: asked.label === 100 ? null : ruleOfLabel(asked.label),
      because: 'REVIEW',
      again: false,
    };
  return { stage: 'PASSED', rule: null, because: null, again: false };
}
