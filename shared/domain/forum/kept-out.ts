/** A kind of matter that is not settled by talking it over together. */
export type KeptOutKind = 'court' | 'rights' | 'crime' | 'penalty' | 'vote' | 'dispute' | 'repair';

/** What a matter is recognised as, why it is not consulted on, and what to do instead. */
export interface KeptOut {
  readonly kind: KeptOutKind;
  readonly because: string;
  readonly instead: string;
  /** Where the desk can take it on: a talk with the legal advisor, a report, or a number to ring. */
  readonly way: 'advisor' | 'report' | 'call';
  readonly number?: string;
}

interface Rule extends KeptOut {
  readonly words: RegExp;
}

/**
 * Matters that law keeps out of consultation, with the words they are recognised by (domain 6.7: what is pending in court, votes on personal rights,
 * anything against law; the rest are those the desk has a better way for). Defaults, to be confirmed.
 */
const rules: readonly Rule[] = [
  {
    kind: 'court',
    words: /(正在|已经|还在)?(打官司|起诉|开庭|上诉|仲裁|申请执行|法院(已经|正在|判|立案)|判决(书|下来))/u,
    because: '正在打官司或仲裁的事由法院、仲裁机构来定，大家商量的结果不能改变它。',
    instead: '可以约村（社区）的法律顾问问清楚，也可以拨打 12348。',
    way: 'advisor',
  },
  {
    kind: 'rights',
    words:
      /(外嫁女|上门女婿|入赘|离婚|丧偶|户口迁).{0,12}(分红|分钱|承包地|土地|宅基地|待遇|资格)|(取消|剥夺|收回|停掉|不给|不准).{0,10}(低保|承包地|宅基地|分红|集体经济.{0,4}成员|选举权)|(赶出|撵出|不准.{0,6}回)(村|小区|社区)/u,
    because: '一个人的人身、财产和成员权利受法律保护，不能由大家表决去掉。',
    instead: '觉得不公平，可以约法律顾问，或者请镇街、司法所来看。',
    way: 'advisor',
  },
  {
    kind: 'crime',
    words: /(打人|被打|殴打|家暴|偷(东西|车|钱)|盗窃|诈骗|骗钱|吸毒|贩毒|赌博|开设赌场|猥亵|强奸|威胁要?杀)/u,
    because: '违法犯罪的事由公安机关处理，不在大家商量的范围里。',
    instead: '请拨打 110，急的事马上打。',
    way: 'call',
    number: '110',
  },
  {
    kind: 'penalty',
    words:
      /(罚款|处罚|查封|吊销).{0,8}(不服|太重|取消|免掉|决定)|(不服|取消|免掉).{0,8}(罚款|处罚|查封)|强制拆除|征收决定/u,
    because: '执法部门的处罚和决定有法定的申请复议、起诉的办法，不能协商改掉。',
    instead: '可以约法律顾问，问清楚复议和起诉的期限。',
    way: 'advisor',
  },
  {
    kind: 'vote',
    words:
      /(罢免|选举|换届|重新选).{0,8}(村主任|主任|村委|居委|村支书|支书|组长|业委会)|(村主任|主任|村委会|居委会|业委会).{0,6}(罢免|换掉|重新选)/u,
    because: '选举和罢免要按法定的程序由村民（居民、业主）会议投票，协商代替不了。',
    instead: '可以问法律顾问要多少人联名、向谁提。',
    way: 'advisor',
  },
  {
    kind: 'dispute',
    words: /(欠我|不还(我)?钱|借条|赡养费|抚养费|我(和|跟)(邻居|隔壁|楼上|楼下|儿子|女儿|兄弟|老公|老婆))/u,
    because: '只关系到一两家人的纠纷，拿出来公开商量会伤和气，也解决不了。',
    instead: '可以报上来请调解员上门，或者约法律顾问。',
    way: 'report',
  },
  {
    kind: 'repair',
    words: /(路灯|井盖|水管|路面|护栏|电线|垃圾桶|下水道).{0,6}(坏|不亮|破|断|堵|爆|缺|满了|掉)/u,
    because: '东西坏了直接报修更快，不用等大家商量。',
    instead: '拍张照片报上来，会交给网格员去办。',
    way: 'report',
  },
];

/** What a matter is recognised as, the gravest first; undefined when it may be consulted on. It is advice: a person decides at the review. */
export function keptOut(text: string): KeptOut | undefined {
  const rule = rules.find(({ words }) => words.test(text));
  if (!rule) return undefined;
  const { words: _words, ...told } = rule;
  return told;
}
