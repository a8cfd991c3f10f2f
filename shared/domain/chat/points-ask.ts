/** What somebody wants to know of the family's points. */
export type PointsAsk = 'balance' | 'why' | 'how' | 'rules' | 'shop' | 'pickup';

const asks: readonly (readonly [PointsAsk, RegExp])[] = [
  [
    'why',
    /凭啥|凭什么|为啥|为什么|咋(?:个)?(?:又)?(?:扣|少)|怎么(?:又)?(?:扣|少)|扣了?我?(?:家)?(?:[一二两三四五六七八九十\d]+)?分|哪里扣|少了/,
  ],
  ['pickup', /取货码|(?:换|兑)[^，。]{0,8}(?:哪里|哪儿|哪点|领|取)/],
  ['shop', /[换兑]/],
  ['rules', /规则|细则|标准|办法|哪些事|扣分项|加分项|咋个算|怎么算/],
  ['how', /(?:咋个|怎么|怎样|如何|啥子|什么)[^，。]{0,6}(?:加分|挣|攒|得分|涨|多得)|想加分|加分/],
];

/** Which of them a sentence asks; the balance when it does not say. */
export const pointsAskOf = (text: string): PointsAsk => asks.find(([, words]) => words.test(text))?.[0] ?? 'balance';
