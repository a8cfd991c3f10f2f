/** Where a matter can go after a talk: 人民调解, 法律援助, or the desk (网格员 and departments). */
export const handovers = ['mediation', 'legalAid', 'desk'] as const;
export type Handover = (typeof handovers)[number];

const labels: Readonly<Record<Handover, string>> = {
  mediation: '人民调解',
  legalAid: '法律援助',
  desk: '服务台',
};

/** The words people read for where a matter goes. */
export const handoverLabel = (handover: Handover): string => labels[handover];

/** 纠纷类型 that have a ticket category of their own; the rest are 其他纠纷. Default, to be confirmed. */
const disputeCategories: Readonly<Record<string, string>> = {
  婚姻家庭: 'dispute_family',
  邻里: 'dispute_neighbor',
  土地承包: 'dispute_land',
  宅基地: 'dispute_land',
  征拆: 'dispute_land',
};

/** 纠纷类型 a department deals with rather than a mediator, when the matter goes to the desk. Default, to be confirmed. */
const deskCategories: Readonly<Record<string, string>> = {
  劳动: 'wages',
  消费: 'consumer',
  物业: 'property_mgmt',
  医疗: 'medical',
  土地承包: 'land',
  宅基地: 'land',
};

/** The ticket category a handed-on matter is filed under, by 纠纷类型. */
export function handoverCategory(handover: Handover, disputeType: string): string {
  if (handover === 'legalAid') return 'legal_aid';
  if (handover === 'desk') return deskCategories[disputeType] ?? 'other';
  return disputeCategories[disputeType] ?? 'dispute_other';
}

/** The headline of the ticket: 请人民调解：邻里纠纷, 申请法律援助：劳动, 法律顾问转来：物业. */
export function handoverTitle(handover: Handover, disputeType: string): string {
  const kind = disputeType === '其他' ? '' : disputeType;
  if (handover === 'mediation') return kind ? `请人民调解：${kind}纠纷` : '请人民调解';
  const said = handover === 'legalAid' ? '申请法律援助' : '法律顾问转来的事';
  return kind ? `${said}：${kind}` : said;
}
