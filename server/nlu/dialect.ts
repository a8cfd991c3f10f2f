/** Words of Yibin speech → standard Chinese, longest first. Each pair was chosen so that it does not change other words. */
const dialect: readonly (readonly [string, string])[] = [
  ['咋过查', '怎么查'],
  ['咋过', '怎么'],
  ['爪子', '怎么'],
  ['啷个', '怎么'],
  ['郎个', '怎么'],
  ['咋个', '怎么'],
  ['咋样', '怎么样'],
  ['咋办', '怎么办'],
  ['咋子', '怎么'],
  ['为啥子', '为什么'],
  ['做啥子', '做什么'],
  ['啥子', '什么'],
  ['为啥', '为什么'],
  ['啥时候', '什么时候'],
  ['好久子', '什么时候'],
  ['莫得', '没有'],
  ['没得', '没有'],
  ['冒得', '没有'],
  ['晓不得', '不知道'],
  ['晓得', '知道'],
  ['要不得', '不行'],
  ['要得', '好的'],
  ['屋头', '家里'],
  ['屋里头', '家里'],
  ['娃儿', '孩子'],
  ['娃娃', '孩子'],
  ['细娃', '孩子'],
  ['老汉儿', '父亲'],
  ['老汉', '父亲'],
  ['婆娘', '妻子'],
  ['堂客', '妻子'],
  ['扯拐', '故障'],
  ['遭不住', '受不了'],
  ['恼火', '难受'],
  ['扯皮', '纠纷'],
  ['扯筋', '纠纷'],
  ['闹架', '吵架'],
  ['割孽', '吵架'],
  ['渣渣', '垃圾'],
  ['堰塘', '水塘'],
  ['耗子', '老鼠'],
  ['长虫', '蛇'],
  ['臭烘烘', '很臭'],
  ['黑黢黢', '很黑'],
  ['黑漆麻黑', '很黑'],
  ['咯嘛', '吗'],
  ['喊一哈', '喊一下'],
  ['一哈', '一下'],
  ['哈子', '下'],
  ['帮哈忙', '帮忙'],
  ['搞快点', '快点'],
  ['搞快', '快点'],
  ['摆杂', '糟了'],
  ['拐了', '糟了'],
  ['遭了', '被'],
];

const first = new RegExp(
  [...dialect]
    .sort((a, b) => b[0].length - a[0].length)
    .map(([word]) => word)
    .join('|'),
  'g',
);
const meaning = new Map(dialect);

/**
 * Puts the dialect of a normalised message into standard words for the classifier. 好多 becomes 多少 only where it asks
 * (电话好多, 好多钱); trailing particles (撒 噻 嘛 哈 哦 喃) go.
 */
export function standardise(text: string): string {
  return text
    .replace(first, (word) => meaning.get(word) ?? word)
    .replace(/好多(?=(?:分|钱|号|岁|积分)?[了呢嘛啊哦?!.]{0,3}$)/, '多少')
    .replace(/好多(?=分|钱|号码)/g, '多少')
    .replace(/[撒噻嘛哈哦喃咯嘞哟]+(?=[,.!?;]|$)/g, '')
    .replace(/安?逸得很/g, '很好');
}
