/** What people ask next, whatever the dispute: what it costs, where to go, what proves it, how long it takes. */
export type Facet = 'cost' | 'where' | 'proof' | 'time';

const words: readonly (readonly [Facet, RegExp])[] = [
  ['cost', /(?:要|花|收|交)(?:不要|好多|多少|几多)?钱|收费|费用|免费|诉讼费|贵不贵|好多钱|多少钱/],
  ['where', /(?:去|到|在|找)(?:哪|那里|啥子地方|什么地方|谁|哪个)|哪里(?:办|告|申请|投诉)|找哪个|归谁管|哪个管/],
  ['proof', /证据|材料|带(?:些|啥|什么|哪)|凭啥|怎么证明|咋个证明|录音/],
  ['time', /(?:要|得)?(?:好久|多久|多长时间|几天|几个月)|什么时候能|时间长/],
];

/** The facet a short question is about; undefined when it is about none. */
export const facetOf = (text: string): Facet | undefined => words.find(([, pattern]) => pattern.test(text))?.[0];

/** Where to go first, by 纠纷类型. Default, to be confirmed by the district. */
const places: Readonly<Record<string, string>> = {
  婚姻家庭: '先找村（社区）调解；家暴找派出所、妇联；谈不拢到法院。',
  邻里: '先找村（社区）或者物业调解；吵闹、打架找派出所；谈不拢到法院。',
  土地承包: '先找村委会、镇街调解；再到农村土地承包仲裁委员会或者法院。',
  宅基地: '先找村委会、镇街；审批的事问镇街和农业农村局；有争议可以到法院。',
  物业: '先找业委会、社区；再找住建部门（打 12345）；谈不拢到法院。',
  劳动: '先打 12333 或者到区人社局劳动监察、劳动仲裁委员会；不服仲裁再到法院。',
  损害赔偿: '先报警、看伤；请村（社区）调解；谈不拢到法院。',
  交通: '先打 122 报警；赔偿可以请交警调解，也可以直接到法院。',
  医疗: '先找医院的医务科；再找医患纠纷调解委员会、卫健局；谈不拢到法院。',
  消费: '先找商家；不成打 12315；骗人的报警；谈不拢到法院。',
  借贷: '先请人调解；谈不拢到对方住处的法院，也可以申请支付令。',
  征拆: '先问镇街和自然资源局；不服的到区政府申请行政复议或者到法院。',
  环境: '打 12345 或者生态环境部门的 12369；要赔偿的到法院。',
  合同: '先跟对方商量、请人调解；写了仲裁的去仲裁，没写的到法院。',
  其他: '不清楚归谁管的，打 12345 问，或者在这里转人工。',
};

const general: Readonly<Record<Exclude<Facet, 'where'>, string>> = {
  cost: '村（社区）调解、劳动仲裁、打 12348 咨询、约村里的法律顾问都不收钱。到法院要交诉讼费，输的一方出；确实困难可以申请缓交、少交、不交，也可以申请免费律师。',
  proof:
    '能证明事情的都留好：合同、欠条、转账和聊天记录、照片录像、票据、病历、证人的名字电话。身份证带上。录音、微信记录也可以当证据，原件不要删。',
  time: '调解一般一个月上下；劳动仲裁 45 天左右；法院简易程序三个月、普通程序六个月左右，复杂的更久。越早办越好，拖过了时效就难了。',
};

/** A short answer to what is asked next about a dispute. Default, to be confirmed. */
export const facetText = (facet: Facet, disputeType: string): string =>
  facet === 'where' ? (places[disputeType] ?? places.其他 ?? '') : general[facet];
