import type { AssemblyMatter } from '#shared/domain/forum/decisions';
import type { MinuteKind } from '#shared/domain/forum/meetings';

/** What happened around the meeting of an invented topic; found by the title of its story. */
export interface DeliberationStory {
  readonly title: string;
  /** A sentence to answer, and what most of the first and of the second camp say: a yes, d no, p cannot say. */
  readonly statements?: readonly (readonly [body: string, camps: string])[];
  readonly meeting?: {
    readonly stands: 'called' | 'open' | 'held';
    readonly place: string;
    readonly agenda: readonly string[];
    readonly online?: string;
    readonly lines?: readonly (readonly [kind: MinuteKind, body: string, speaker?: string])[];
  };
  readonly paper?: {
    readonly body: string;
    readonly stands: 'readBack' | 'published';
    readonly matter?: AssemblyMatter;
  };
  readonly tasks?: readonly {
    readonly title: string;
    readonly category: string;
    readonly lead: string;
    readonly result?: string;
  }[];
  /** Of ten who judge so many say solved, and so many are satisfied; how many judge. */
  readonly judged?: { readonly count: number; readonly solved: number; readonly satisfied: number };
  readonly questions?: readonly {
    readonly department: string;
    readonly body: string;
    readonly answer?: string;
  }[];
}

/** Meetings, decisions, tasks and judgements of the demonstration. Everything is invented. */
export const deliberationStories: readonly DeliberationStory[] = [
  {
    title: '红白喜事办多少桌，写进村规民约',
    statements: [
      ['红事一般不超过十五桌', 'ad'],
      ['白事不设桌数，只吃便饭', 'ad'],
      ['礼金定个上限，最多两百', 'dd'],
      ['桌数写进村规民约，村干部先带头', 'aa'],
      ['亲戚多的人家可以放宽到二十桌', 'da'],
      ['谁家超了就在村务栏公布', 'dd'],
      ['村里备一套桌椅碗筷，借给大家用', 'aa'],
      ['流水席算不算在内要说清楚', 'pp'],
    ],
    meeting: {
      stands: 'open',
      place: '村委会议室',
      agenda: ['桌数定多少', '礼金要不要管', '怎样写进村规民约'],
      online: '来不了的在小程序里线上签到、发言',
      lines: [
        ['PROPOSAL', '红事十五桌以内，亲戚特别多的先说一声', '二组一位居民'],
        ['PROPOSAL', '村里置办一套桌椅碗筷，借用不收钱', '议事会成员'],
      ],
    },
    questions: [
      {
        department: 'minzheng',
        body: '村规民约里写了桌数，不照办能不能罚款？',
        answer: '村规民约不能设罚款，可以写劝导、通报和红榜。写好后请先交镇上做合法性审查。',
      },
    ],
  },
  {
    title: '赶场天临时摊位摆哪一段',
    statements: [
      ['卖菜的老人可以先挑位子', 'aa'],
      ['活鸡活鸭另放一处', 'aa'],
      ['下午两点收摊', 'da'],
      ['摊位收一点清洁费', 'da'],
      ['公路两边一律不摆', 'da'],
      ['外乡来的摊位也一样对待', 'aa'],
    ],
    meeting: {
      stands: 'called',
      place: '镇便民服务中心二楼',
      agenda: ['摊位划在哪一段', '几点收摊', '谁来管'],
      online: '来不了的在小程序里线上签到、发言',
    },
  },
  {
    title: '卫生院门口的车怎么停',
    statements: [
      ['门口三十米一律不停车', 'ad'],
      ['场口空坝划成停车的地方', 'aa'],
      ['看病的车可以停半小时', 'da'],
      ['逢场天要有人指挥', 'aa'],
    ],
    questions: [{ department: 'zhifa', body: '在卫生院门口划禁停线，要哪个单位批？村里能不能自己划？' }],
  },
  {
    title: '小区停车位按户分还是先到先停',
    meeting: {
      stands: 'held',
      place: '翠屏花园活动室',
      agenda: ['一户保一个行不行', '第二辆车收不收费'],
      lines: [
        ['PROPOSAL', '一户先保一个，剩下的先到先停', '3 栋一位居民'],
        ['PROPOSAL', '第二辆车每月五十元，用在路灯和清扫上', '业委会'],
        ['AGREEMENT', '一户先保一个车位，剩下的先到先停'],
        ['AGREEMENT', '留两个残疾人车位'],
        ['DISSENT', '有一户认为第二辆车不该收费', '7 栋一位居民'],
      ],
    },
    paper: {
      stands: 'readBack',
      body: '一、一户先保一个车位，按门牌号在公示栏登记。\n二、剩下的车位先到先停，第二辆车每月五十元，收支每季度公布。\n三、大门边留两个残疾人车位。',
    },
  },
  {
    title: '五组水沟清淤，各家出工还是出钱',
    statements: [
      ['各家出一个工最公平', 'ad'],
      ['家里没有劳力的可以出钱', 'aa'],
      ['挖机的钱由集体出', 'aa'],
      ['清出来的泥就近填田坎', 'ad'],
      ['沟边以后不准倒垃圾', 'aa'],
    ],
    meeting: {
      stands: 'held',
      place: '五组院坝',
      agenda: ['出工还是出钱', '挖机哪天来', '以后谁来管'],
      lines: [
        ['PROPOSAL', '各家出一个工，出不了的出八十块请人', '五组组长'],
        ['AGREEMENT', '出工为主，出不了的出八十块'],
        ['AGREEMENT', '挖机由村里出，十二月前清完'],
        ['AGREEMENT', '沟口立一块牌子，不准倒垃圾'],
        ['DISSENT', '有两户觉得上游的几家应该多出', '五组一位居民'],
      ],
    },
    paper: {
      stands: 'published',
      matter: 'PUBLIC_WORKS',
      body: '一、五组水沟清淤，各家出一个工，出不了的出八十元请人。\n二、挖机由村里出，十二月前清完。\n三、沟口立一块牌子，不准往沟里倒垃圾。',
    },
    tasks: [
      {
        title: '沟口立牌子，清走沟边垃圾',
        category: 'garbage',
        lead: 'zhifa',
        result: '牌子立好了，沟边三处垃圾清走了',
      },
      { title: '挖机清淤，从沟口清到堰塘', category: 'irrigation', lead: 'nongye' },
    ],
    questions: [
      {
        department: 'nongye',
        body: '清淤能不能申请小型水利的补助？',
        answer: '可以，请村里在十二月十日前把清单和照片报镇上，按长度补助。',
      },
    ],
  },
  {
    title: '老年活动室几点关门',
    meeting: {
      stands: 'held',
      place: '老街院子活动室',
      agenda: ['几点关门', '钥匙谁管'],
      lines: [
        ['PROPOSAL', '夏天九点半、冬天九点关门', '活动室值班的'],
        ['AGREEMENT', '夏天九点半、冬天九点关门，钥匙由值班的管'],
        ['AGREEMENT', '窗户装一层隔音条'],
      ],
    },
    paper: {
      stands: 'published',
      body: '一、夏天九点半、冬天九点关门。\n二、钥匙由当天值班的管，关门前提前十分钟说一声。\n三、靠街的窗户装隔音条。',
    },
    tasks: [
      { title: '活动室窗户装隔音条', category: 'noise', lead: 'zhujian', result: '六扇窗都装上了，隔壁说听不见了' },
      { title: '门口贴关门时间', category: 'public_facility', lead: 'minzheng', result: '时间牌贴在门口了' },
    ],
    judged: { count: 5, solved: 4, satisfied: 3 },
  },
  {
    title: '公厕谁来打扫，怎么出钱',
    meeting: {
      stands: 'held',
      place: '村委会议室',
      agenda: ['请谁打扫', '钱从哪里出'],
      lines: [
        ['PROPOSAL', '请一位老人每天打扫两次，每月六百', '三组一位居民'],
        ['AGREEMENT', '请人每天打扫两次，每月六百，从集体收入里出'],
      ],
    },
    paper: {
      stands: 'published',
      matter: 'COLLECTIVE_INCOME',
      body: '请一位老人每天打扫公厕两次，每月六百元，从集体收入里出，账目每季度公布。',
    },
    tasks: [{ title: '公厕换水箱和门锁', category: 'toilet', lead: 'zhifa', result: '水箱、门锁都换了' }],
    judged: { count: 14, solved: 10, satisfied: 9 },
  },
  {
    title: '老旧小区加装电梯怎么分摊',
    meeting: {
      stands: 'held',
      place: '机械厂宿舍门卫室',
      agenda: ['按层数怎么分摊', '采光怎么办'],
      lines: [
        ['PROPOSAL', '一楼不出，二楼起按层数分摊', '6 楼一位居民'],
        ['DISSENT', '一楼两户担心采光，不同意', '1 楼两户'],
      ],
    },
  },
  {
    title: '垃圾桶往哪里摆',
    meeting: {
      stands: 'held',
      place: '村委会议室',
      agenda: ['桶换到哪里', '几点收运'],
      lines: [
        ['AGREEMENT', '桶换到村委会后面'],
        ['AGREEMENT', '早上六点半前收运'],
      ],
    },
    paper: { stands: 'published', body: '垃圾桶换到村委会后面，早上六点半前收运，桶边每天冲洗一次。' },
    tasks: [{ title: '换桶、平地、接水管', category: 'garbage', lead: 'zhifa', result: '桶换好了，水管也接了' }],
    judged: { count: 12, solved: 10, satisfied: 10 },
  },
];
