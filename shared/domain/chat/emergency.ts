import { type Reply, say } from './reply';

const labels: Readonly<Record<string, string>> = {
  '110': '报警',
  '119': '火警、救援',
  '120': '急救',
  '12345': '政务热线',
  '12356': '心理援助',
};

interface Emergency {
  readonly text: string;
  readonly numbers: readonly string[];
  readonly advice: readonly string[];
}

/** What to dial first and what to do until help comes. Advice follows public safety leaflets; default, to be confirmed. */
const kinds: Readonly<Record<string, Emergency>> = {
  fire: {
    text: '先打 119，人先离开。',
    numbers: ['119', '120', '110'],
    advice: ['弯腰捂住口鼻，走楼梯，不坐电梯', '不要回去拿东西', '到安全的地方等消防车'],
  },
  gas: {
    text: '先开窗、出门，到外面再打 119。',
    numbers: ['119', '120'],
    advice: ['不要开灯、关灯，不要点火', '能关的话关掉总阀', '到屋外再打电话'],
  },
  violence: {
    text: '先打 110，先到安全的地方。',
    numbers: ['110', '120'],
    advice: ['离开动手的人，到邻居家或人多的地方', '受了伤先打 120'],
  },
  drowning: {
    text: '先打 110 和 120，马上喊人。',
    numbers: ['110', '120', '119'],
    advice: ['不会水的人不要下水', '抛绳子、竹竿、能浮的东西给他'],
  },
  suicide: {
    text: '先打 110。请陪着他，不要让他一个人。',
    numbers: ['110', '120', '12356'],
    advice: ['收走刀、药、绳子', '陪着说话，不争不骂', '想说说心里的苦，打 12356，白天晚上都有人'],
  },
  collapse: {
    text: '先打 119，人先离开那里。',
    numbers: ['119', '120', '110'],
    advice: ['不要靠近，不要进去拿东西', '拦住过路的人和车'],
  },
  medical: {
    text: '先打 120。',
    numbers: ['120', '110'],
    advice: ['说清楚在哪里、几个人、什么情况', '不要随便搬动摔伤的人', '叫人到路口接救护车'],
  },
  electric: {
    text: '先打 119 和 120，不要碰人，也不要碰电线。',
    numbers: ['119', '120'],
    advice: ['能断总闸的先断电', '离掉下来的电线十步以外', '拦住过路的人'],
  },
};
const general: Emergency = {
  text: '有危险先打电话。',
  numbers: ['110', '119', '120'],
  advice: ['说清楚在哪里、出了什么事', '人先到安全的地方'],
};

/** The emergency card. `numbers` heard in the sentence come first. */
export function emergencyReply(kind: string, heard: readonly string[] = []): Reply {
  const { text, numbers, advice } = kinds[kind] ?? general;
  const order = kinds[kind] ? [...new Set([...numbers, ...heard])] : [...new Set([...heard, ...numbers])];
  return say(text, {
    type: 'emergency',
    kind,
    numbers: order.map((number) => ({ number, label: labels[number] ?? '' })),
    advice,
    options: [],
  });
}
