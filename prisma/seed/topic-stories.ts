import type { TopicLevel, TopicStatus } from '#shared/domain/forum/lifecycle';

/** An invented topic: what it says, where it stands, how many speak for it and what they say. */
export interface TopicStory {
  readonly title: string;
  readonly body: string;
  readonly level: TopicLevel;
  /** 0 is the story's village, then others of its town, then of other towns. */
  readonly village: number;
  readonly place?: string;
  readonly status: TopicStatus;
  /** For how many days it has stood where it stands. */
  readonly since: number;
  readonly voices: number;
  /** What was written when it came to where it stands. */
  readonly note?: string;
  readonly says?: readonly string[];
  /** Whose it is in the story's village: 0 李大爷, 1 陈孃孃, else somebody else. */
  readonly author?: number;
  /** Words of the first version, where the author changed them since. */
  readonly before?: { readonly body: string; readonly reason: string };
  readonly waits?: true;
}

/** The demonstration's topics in every stage. Everything is invented. */
export const topicStories: readonly TopicStory[] = [
  {
    title: '三组晒坝轮流用，定个办法',
    body: '秋收几天大家都要晒粮，去年抢位子吵过架。想商量一个轮流的办法：按户排日子，老人户先晒，下雨顺延。晒完自己扫干净。',
    ...{ level: 'VILLAGE', village: 0, place: '三组晒坝', status: 'RAISED', since: 6, voices: 7, author: 1 },
    says: [
      '我家三亩地，两天就够了，可以排在后头。',
      '下雨顺延要说清楚，不然后面的人等不起。',
      '打扫的事写进去，去年晒完没人扫。',
    ],
    before: {
      body: '秋收几天大家都要晒粮，去年抢位子吵过架。想商量一个轮流的办法。',
      reason: '邻居说要写清楚怎么排，补上了',
    },
  },
  {
    title: '村口小桥夜里看不见，加两盏灯',
    body: '学校放学晚，娃娃过桥黑漆漆的。桥两头各加一盏太阳能灯就够，电费不用出，安装的钱想大家商量怎么凑。',
    ...{ level: 'VILLAGE', village: 0, place: '村口小桥', status: 'REVIEW', since: 2, voices: 12, author: 0 },
    note: '附议满 10 人，转入审核',
    says: ['太阳能的好，不用牵线。', '我家可以出一百块。'],
  },
  {
    title: '红白喜事办多少桌，写进村规民约',
    body: '人情越走越重，老人家吃不消。想商量一个上限，比如一般不超过十五桌，礼金大家说个数，写进村规民约。',
    ...{ level: 'VILLAGE', village: 0, status: 'DISCUSS', since: 5, voices: 26 },
    note: '公告期满，开始商议',
    says: [
      '十五桌够了，亲戚多的可以到二十。',
      '定了就都要照办，不能看人。',
      '礼金不好定死，写个“不攀比”就行。',
      '我赞成，去年一家就送了四千多。',
    ],
  },
  {
    title: '卫生院门口的车怎么停',
    body: '赶场天卫生院门口停满车，救护车都进不去。想商量划禁停线、场口另辟一块停车的地方，逢场有人管。',
    ...{ level: 'TOWN', village: 0, place: '卫生院门口', status: 'NOTICE', since: 1, voices: 54 },
    note: '公告期间有意见请留言，下周召集卫生院、场镇商户和居民代表商议',
    says: ['场口那块空坝可以停三十多辆。', '要有人管，光划线没用。'],
  },
  {
    title: '五组水沟清淤，各家出工还是出钱',
    body: '一下大雨五组水沟就漫上来。商量结果：各家出一个工，出不了的出八十块请人，十二月前清完，村里出挖机。',
    ...{ level: 'VILLAGE', village: 0, place: '五组', status: 'CARRY_OUT', since: 9, voices: 21 },
    note: '结果已公布：出工为主，挖机由村里出',
    says: ['我家两个工都出得起。', '挖机哪天来，早点说一声。'],
  },
  {
    title: '老年活动室几点关门',
    body: '活动室晚上打牌声音大，隔壁睡不着。商量定了：夏天九点半、冬天九点关门，钥匙由值班的管。',
    ...{ level: 'ESTATE', village: 0, place: '老街院子', status: 'JUDGE', since: 3, voices: 12 },
    note: '都办完了，请附议的人来评',
    says: ['现在安静多了。', '冬天九点有点早，不过也行。'],
  },
  {
    title: '公厕谁来打扫，怎么出钱',
    body: '村里公厕脏了没人管。商量定了请一位老人每天打扫两次，每月六百，从集体收入里出。',
    ...{ level: 'VILLAGE', village: 0, status: 'DONE', since: 20, voices: 18, author: 1 },
    note: '满意的人占九成，议题结束',
    says: ['打扫得干净，谢谢刘师傅。'],
  },
  {
    title: '张家和王家的宅基地界线',
    body: '两家为一米宽的过道争了好几年，想请大家来评一评到底该归谁家。',
    ...{ level: 'VILLAGE', village: 0, status: 'RULED_OUT', since: 12, voices: 3 },
    note: '只关系两家的界线，而且已经起诉到法院，不能由大家表决。\n可以这样办：等法院判决；想先了解可以约村里的法律顾问',
  },
  {
    title: '广场舞晚上跳到几点',
    body: '音响开得大，上学的娃娃做不了作业。想商量几点结束、音量多大、换到哪块坝子跳。',
    ...{ level: 'VILLAGE', village: 0, status: 'RAISED', since: 1, voices: 1, author: 2, waits: true },
  },
  {
    title: '滨江步道要不要让电瓶车走',
    body: '散步的人多，电瓶车穿来穿去碰到过老人。想商量几点到几点可以走，还是一直不让走。',
    ...{ level: 'VILLAGE', village: 1, place: '滨江步道', status: 'RAISED', since: 9, voices: 6 },
    says: ['早上六点到八点让走，上班的人要过路。'],
  },
  {
    title: '小区停车位按户分还是先到先停',
    body: '一百二十户只有七十个车位。想商量一户先保一个，剩下的先到先停，第二辆车收一点管理费。',
    ...{ level: 'ESTATE', village: 1, place: '翠屏花园', status: 'DECIDE', since: 2, voices: 14 },
    note: '商议过了，多数人同意一户保一个，正在写结果',
    says: ['第二辆车每月五十可以。', '残疾人的车位要单独留。'],
  },
  {
    title: '老旧小区加装电梯怎么分摊',
    body: '六楼老人下不来。想商量一楼不出、二楼起按层数分摊，低楼层怕挡光的一起看图纸。',
    ...{ level: 'ESTATE', village: 2, place: '机械厂宿舍', status: 'UNAGREED', since: 30, voices: 13 },
    note: '一楼两户担心采光，没有谈成。等设计单位出新的图纸再提',
    says: ['我住六楼，多出一点没关系。', '挡到我家采光，我不同意。'],
  },
  {
    title: '集体鱼塘明年怎么租',
    body: '合同年底到期。想商量租几年、租金怎么定、优先不优先本村人，写成方案再公开招租。',
    ...{ level: 'VILLAGE', village: 3, status: 'REVIEW', since: 6, voices: 15 },
    note: '附议满 10 人，转入审核',
    says: ['租金要公开，分红也要公开。'],
  },
  {
    title: '垃圾桶往哪里摆',
    body: '现在的桶挨着幼儿园，夏天味道大。商量换到村委会后面，收运时间改到早上六点半前。',
    ...{ level: 'VILLAGE', village: 3, status: 'DONE', since: 45, voices: 19 },
    note: '换好了，大家都说好',
  },
  {
    title: '赶场天临时摊位摆哪一段',
    body: '摊位占了公路，大车过不去。想商量划一段给卖菜的，卖活鸡的另放一处，下午两点收摊。',
    ...{ level: 'TOWN', village: 4, status: 'DISCUSS', since: 8, voices: 61 },
    note: '公告期满，开始商议',
    says: ['卖菜的老人多，不要赶太远。', '两点收摊太早，三点。'],
  },
  {
    title: '村小旧教室改成什么',
    body: '学校撤并后教室空了四年。有人想改养老互助点，有人想改农产品晾晒间，想请大家一起定。',
    ...{ level: 'VILLAGE', village: 5, status: 'SENT_BACK', since: 3, voices: 12 },
    note: '请写清楚房子现在归谁管、有没有安全鉴定',
  },
];

/** What else people say under lively topics. */
export const moreSays = [
  '我赞成，早就该这样。',
  '钱从哪里出，要说清楚。',
  '要照顾到老人和残疾人。',
  '定了就要有人管，不然过两个月又回去了。',
  '我家离得远，不过也支持。',
] as const;
