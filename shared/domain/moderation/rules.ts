/** The published rules: what a refused author is told and what the public count is kept by. Wording is a default, to be confirmed. */
export const moderationRules = {
  POLITICS: { title: '危害国家和社会安全', text: '不发煽动、造谣、损害国家利益的内容。' },
  CRIME: { title: '违法犯罪', text: '不发毒品、赌博、枪支等违法交易和教唆的内容。反映这类情况请报警或在服务台上报。' },
  FRAUD: { title: '诈骗和虚假信息', text: '不发骗钱、办假证、编造事实的内容。' },
  SEX: { title: '色情低俗', text: '不发色情、招嫖和低俗的内容。' },
  ABUSE: { title: '辱骂和人身攻击', text: '可以批评一件事，不骂人，不歧视，不威胁。' },
  ADS: { title: '广告和推销', text: '这里商量大家的事，不做买卖。' },
  PRIVACY: { title: '泄露个人信息', text: '不写别人的电话、身份证号、银行卡号、车牌号和门牌号。' },
  MINOR: { title: '未成年人的身份', text: '不写未成年人的名字，也不写能认出孩子的学校和班级。' },
  COPYRIGHT: { title: '别人的作品', text: '不照搬别人的文章和图片。' },
  FLOOD: { title: '重复刷屏', text: '同样的话说一次就够，不重复张贴。' },
  OTHER: { title: '其他不适合公开的内容', text: '法律法规和公序良俗不允许公开的其他内容。' },
} as const satisfies Record<string, { title: string; text: string }>;

export type ModerationRule = keyof typeof moderationRules;
export const moderationRuleCodes = Object.keys(moderationRules) as [ModerationRule, ...ModerationRule[]];

const byLabel: Readonly<Record<number, ModerationRule>> = {
  10001: 'ADS',
  20001: 'POLITICS',
  20002: 'SEX',
  20003: 'ABUSE',
  20006: 'CRIME',
  20008: 'FRAUD',
  20012: 'SEX',
  20013: 'COPYRIGHT',
};

/** The rule behind a label of WeChat's content check (msg_sec_check, media_check_async). */
export const ruleOfLabel = (label: number): ModerationRule => byLabel[label] ?? 'OTHER';

/** Why somebody reports a piece: the rules people can see to be broken. */
export const reportReasons = [
  'ABUSE',
  'PRIVACY',
  'MINOR',
  'ADS',
  'FRAUD',
  'SEX',
  'FLOOD',
  'OTHER',
] as const satisfies ModerationRule[];

/** So many people who report the same piece take it back to the queue. Default, to be confirmed. */
export const reportThreshold = 3;

/** Days an author has for an appeal. Default, to be confirmed. */
export const appealDays = 15;
