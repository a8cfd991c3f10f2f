/** What people bring to a village's legal advisor, and what a complete record says of it. All invented. */
export interface Matter {
  readonly disputeType: string;
  readonly matter: string;
  readonly facts: string;
  readonly lawCited: readonly string[];
  readonly advice: string;
  readonly nextStep: string;
}

/** Matters as they come up in villages. The articles are of the Civil Code and named as such. */
export const matters: readonly Matter[] = [
  {
    disputeType: '邻里',
    matter: '邻居砌墙占了我家地边',
    facts: '两家共用的田埂上新砌了一道墙，当事人认为占了自家约三十公分，没有书面四至。',
    lawCited: ['《民法典》第二百八十八条'],
    advice: '先不要拆墙，请村里对照确权登记的四至现场看一次，再坐下来谈。',
    nextStep: '村委会约双方到场指界',
  },
  {
    disputeType: '婚姻家庭',
    matter: '老人赡养费几个子女分不平',
    facts: '三个子女在外务工，老人独居，对每月赡养费和看病的钱怎么分没有说好。',
    lawCited: ['《民法典》第一千零六十七条'],
    advice: '赡养是每个子女的义务，可以按收入分担并写成协议，由村里见证。',
    nextStep: '约子女开家庭会，写赡养协议',
  },
  {
    disputeType: '土地承包',
    matter: '流转给大户的地租拖了半年',
    facts: '承包地流转给种植大户，合同写明每年六月付租，已经拖了半年，对方说行情不好。',
    lawCited: ['《民法典》第五百七十七条'],
    advice: '先书面催一次并留底，约定分期；仍不付可以按合同解除并要求赔偿。',
    nextStep: '发催告函，十五天后再看',
  },
  {
    disputeType: '劳动',
    matter: '工地上做了三个月工钱没结完',
    facts: '在县城工地做泥水工三个月，班组长出了欠条，还差八千元。',
    lawCited: ['《保障农民工工资支付条例》第三十条'],
    advice: '欠条、考勤、转账记录收好，总包单位对工资有清偿责任，可以向劳动监察投诉。',
    nextStep: '陪同整理材料，到劳动监察登记',
  },
  {
    disputeType: '借贷',
    matter: '借给亲戚的钱写了条子要不回来',
    facts: '两年前借出三万元，有借条没有写还款日，多次口头催过。',
    lawCited: ['《民法典》第六百七十五条'],
    advice: '没有写还款日的可以随时催还，给合理期限；催款要留下文字记录。',
    nextStep: '发书面催款，协商分期',
  },
  {
    disputeType: '宅基地',
    matter: '老房子翻修邻居不让动',
    facts: '祖屋与邻居共墙，翻修要动共墙，邻居担心自己的房子开裂。',
    lawCited: ['《民法典》第二百九十五条'],
    advice: '施工不得危及邻居房屋安全，先请有资质的人看墙，双方签施工约定。',
    nextStep: '村里组织现场看墙',
  },
  {
    disputeType: '交通',
    matter: '骑车被三轮车撞了赔偿谈不拢',
    facts: '交警认定对方主责，医药费六千多，对方只愿付一半。',
    lawCited: ['《民法典》第一千一百七十九条'],
    advice: '按责任比例计算医药费、误工费和护理费，保留票据；可以申请人民调解。',
    nextStep: '算好赔偿清单，转人民调解',
  },
  {
    disputeType: '合同',
    matter: '买的果树苗成活率太低',
    facts: '合同约定成活率九成，实际不到五成，卖方说是管护不好。',
    lawCited: ['《民法典》第五百八十二条'],
    advice: '请农技站出一个看法，拍照留证，要求补苗或者退款。',
    nextStep: '联系农技站到现场',
  },
];

/** What is talked about in lectures. */
export const topics = [
  '民法典里的邻里相处',
  '赡养老人与家庭协议',
  '土地流转合同怎么签',
  '识别养老诈骗和套路贷',
  '外出务工讨薪要留什么证据',
  '村规民约与法律',
] as const;
