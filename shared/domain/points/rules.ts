/** What a rule belongs to: 四德 and the rest (domain.md 6.8, features.md D2). */
export const ruleCategories = ['社会公德', '职业道德', '家庭美德', '个人品德', '共建共治', '其他'] as const;
export type RuleCategory = (typeof ruleCategories)[number];

/** A rule as it is entered. `points` below zero is a deduction; `yearCap` is points of a household a year, without sign. */
export interface Rule {
  readonly code: string;
  readonly category: RuleCategory;
  readonly title: string;
  readonly points: number;
  readonly yearCap: number;
  /** What has to be shown for it. */
  readonly evidence: string;
  /** Whether it stands in the 村规民约. Deductions must. */
  readonly isCharter: boolean;
}

/** Bounds of one rule and of a rule a year. Source: domain.md 6.8 (caps +60/−30 per item-year); default, to be confirmed. */
export const ruleBounds = { points: 50, yearPlus: 60, yearMinus: 30, evidence: 2 } as const;

/** What the law keeps out of the rules, with the reason told to whoever tries. `only` DEDUCTION for what may be rewarded. */
interface Limit {
  readonly code: string;
  readonly words: RegExp;
  readonly only?: 'DEDUCTION';
  readonly reason: string;
}

const limits: readonly Limit[] = [
  {
    code: 'petition',
    words: /信访|上访|投诉|举报|反映(问题|情况)|打?12345|控告|申诉/,
    only: 'DEDUCTION',
    reason: '不能因为居民信访、投诉、举报、反映问题扣分：这是法律保护的权利（《信访工作条例》、宪法第四十一条）',
  },
  {
    code: 'entry',
    words: /拒绝?(入户|进门|走访|登记|检查)|不(开门|让进|配合(入户|走访|登记))/,
    only: 'DEDUCTION',
    reason: '不能因为不让进门、不配合走访扣分：住宅不受侵犯（宪法第三十九条）',
  },
  {
    code: 'debt',
    words:
      /欠(费|款|债|钱|缴|交)|拖欠|未(按时)?缴|不(交|缴)(费|钱|款|水费|电费|物业费|医保|社保)|缴费|医保|社保|集资|捐款/,
    only: 'DEDUCTION',
    reason: '不能因为欠费、欠债、没有交钱或捐款扣分：这些要走民事途径，积分不能用来收钱',
  },
  {
    code: 'illness',
    words: /生病|患病|疾病|残疾|传染|精神病|艾滋|吸毒史|病史/,
    only: 'DEDUCTION',
    reason: '不能因为生病、残疾扣分：属于敏感个人信息，也不是过错（《个人信息保护法》第二十八条）',
  },
  {
    code: 'birth',
    words: /生育|超生|二胎|三胎|多胎|怀孕|未婚先孕|不生|计划生育|堕胎/,
    only: 'DEDUCTION',
    reason: '不能因为生育扣分：生育是个人和家庭的权利',
  },
  {
    code: 'religion',
    words: /信教|宗教|礼拜|念经|烧香拜佛|教堂|寺庙|祷告/,
    only: 'DEDUCTION',
    reason: '不能因为宗教信仰扣分：公民有宗教信仰自由（宪法第三十六条）',
  },
  {
    code: 'minor',
    words: /未成年|小孩|儿童|学生|中考|高考|考试成绩|学习成绩|孩子(成绩|逃学|打架|不听话)/,
    reason: '未成年人不计分，不能写进积分规则（《未成年人保护法》第四条）',
  },
  {
    code: 'benefit',
    words:
      /(取消|停发|扣发|不予|暂停|减发|影响|不得(享受|申请))[^，。；]{0,8}(低保|补贴|补助|救助|养老金|五保|特困|入学|上学|证明|分红|贷款|参军)|(低保|补贴|补助|救助|入学|证明|分红)[^，。；]{0,6}(取消|停发|扣发|挂钩)/,
    reason: '积分不能影响低保、补贴、入学、开证明、分红这些法定待遇（村民委员会组织法第三十一条）',
  },
  {
    code: 'blacklist',
    words: /黑榜|黑名单|曝光|通报批评到户|失信名单|征信/,
    reason: '不设黑榜、不公开点名、不和征信挂钩：积分不是信用记录（2024 年全国公共信用信息目录）',
  },
];

/** Why a rule must not be entered at all, with the sentence for whoever tries; undefined when nothing forbids it. */
export function forbiddenIn({
  title,
  evidence,
  points,
}: Pick<Rule, 'title' | 'evidence' | 'points'>): { code: string; reason: string } | undefined {
  const text = `${title}。${evidence}`;
  const found = limits.find(({ words, only }) => (only === undefined || points < 0) && words.test(text));
  return found && { code: found.code, reason: found.reason };
}

/** What is wrong with a list of rules: by place in the list and field, a sentence each. Empty when the book can be adopted. */
export function ruleProblems(rules: readonly Rule[]): Record<string, string> {
  const problems: Record<string, string> = {};
  const seen = new Set<string>();
  rules.forEach((rule, index) => {
    const { code, title, points, yearCap, evidence, isCharter } = rule;
    const say = (field: string, words: string) => {
      problems[`items.${index}.${field}`] ??= words;
    };
    if (seen.has(code)) say('code', '和前面一条的编号重复了');
    seen.add(code);
    if (!Number.isInteger(points) || points === 0 || Math.abs(points) > ruleBounds.points)
      say('points', `分值要是整数，加分 1 到 ${ruleBounds.points}，扣分 −1 到 −${ruleBounds.points}`);
    const most = points < 0 ? ruleBounds.yearMinus : ruleBounds.yearPlus;
    if (!Number.isInteger(yearCap) || yearCap < Math.abs(points) || yearCap > most)
      say('yearCap', `一户一年的上限要在 ${Math.abs(points)} 到 ${most} 之间`);
    if (evidence.trim().length < ruleBounds.evidence) say('evidence', '写明凭什么加（扣）分，比如照片、签到、调解书');
    if (points < 0 && !isCharter) say('isCharter', '扣分的事要先写进村规民约');
    const forbidden = forbiddenIn(rule);
    if (forbidden) say('title', forbidden.reason);
    if (title.trim().length < 2) say('title', '写明是什么事');
  });
  return problems;
}
