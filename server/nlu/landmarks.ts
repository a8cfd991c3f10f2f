import { cued } from './cued';
import { chineseOf, numberOf } from './numbers';

/** A group or landmark in the text; `name` is its tidy form. */
export interface PlaceWords {
  text: string;
  index: number;
  name: string;
}

const groupWord = cued(
  /(?<![一二三四五六七八九十\d])第?([一二三四五六七八九十]{1,3}|\d{1,2})(组|队|社)(?!区|会|长|织|合|保|交|团|伍)/,
);
const buildings =
  '家|学校|小学|中学|幼儿园|菜市场|市场|农贸市场|车站|公交站|汽车站|加油站|超市|药店|医院|卫生院|卫生室|诊所|派出所|银行|邮局|村委会|村委|居委会|社区|小区|单元|楼梯间|祠堂|土地庙|庙子|庙|公厕|厕所|广场(?!舞)|公园|水库|鱼塘|水塘|堰塘|水井|河|沟|江|桥|大桥|石桥|铁路|高速|工地|工厂|厂|酒厂|砖厂|养殖场|养猪场|粮站|供销社|敬老院|文化站|活动室|茶馆|饭店|火锅店|快递站|变压器|电杆|桥洞|隧道|涵洞|停车场|码头|竹林|果园|院子|单位|我们楼|楼|店|店子|铺子|幸福院|晒坝|院坝|坝子|田';
const positions =
  '门口|大门口|后门|门前|门外|旁边|边上|边边|对面|背后|后面|前面|隔壁|附近|楼下|楼上|楼顶|下面|底下|上头|高头|侧边|坎上|坎下|出口|入口|进口|路口|路边|外面|转角|拐角|里面|那里|那儿|那点|那边|那个位置|那一段|那段路|那坨|坝子里|街上|坝坝头';
const bare =
  '村口|桥头|桥边|桥下|桥上|路口|三岔路口|十字路口|丁字路口|岔路口|巷口|巷子口|巷子里|院坝|坝坝|坝子|河边|河坝|江边|沟边|塘边|井边|田边|坡上|半山腰|山脚|山脚下|马路边|公路边|大路边|楼道|楼道里|楼梯间|街口|街上|场口|村头|村尾|村中间|村里头|屋后头|屋后面|屋侧边|门口|家门口|屋门口|楼下|院子头|院子里|地下车库|车库|小区门口|广场(?!舞)|公园|菜市场|村委会|学校门口|转弯处|转弯那里|拐弯处|弯道|隧道口|涵洞|桥洞|堰塘边|水库边|鱼塘边|变压器|老槐树|黄桷树|黄葛树|大黄桷树|老井|渡口|码头';
const near = cued(
  new RegExp(
    `(?:(?:我们|我|咱们|俺|他们)?(?:屋头|屋|家)(?:的)?(?:大门口|门口|门前|门外|楼下|楼上|后面|背后|旁边|对面|隔壁|附近|前面|侧边|屋后|那里|那边|这边)|(?:(?:[东西南北上下老新前后大小])?(?:${buildings}))(?:的)?(?:${positions})|(?:${bare}))`,
  ),
);
const behind = new RegExp(`^(?:的)?(?:${positions})`);
const road = cued(
  /((?:(?![我们你他她那这条的在有是到一门口组村社里外边家修堵占坏烂断走车段停住从去往跟和把被了个没不])[\u4e00-\u9fff]){2,5}?(?:大道|路(?!灯|面|牌|基|边|口|中|上|段|不|都)|街(?!道)|巷(?!子)|广场(?!舞)|花园|家园|小区|公寓|新城|大厦|公园|车站|苑|府|大桥))(\d{1,4}号(?:院|楼)?)?(?:(\d{1,3})(?:栋|幢|号楼))?(?:([一二三四五六\d]{1,2})单元)?/,
);
const noRoad =
  /(?:马路|公路|道路|修路|走路|小路|大路|铁路|线路|电路|水路|思路|网路|这条路|条路|段路|泥巴路|水泥路|机耕路|村路|土路|柏油路|沥青路|上街|逛街|赶街|老家园|一路|半路|出路|的路|让路|坏路|占路|堵路|烂路|管路|断路|短路|政府|区府|油路|气路|问路|过路|带路|绕路|迷路|挡路|石板路|(?:个|住|们|的|我|那|这)小区|停车广场|人行道路)$/;
const block = cued(
  /(?<!\d)(\d{1,3}|[一二三四五六七八九十]{1,3})(?:栋|幢|号楼)(?:(\d{1,2}|[一二三四五六])单元)?|(?<!\d)(\d{1,2}|[一二三四五六])单元/,
);

/** Villagers' group that is said (三组, 3社, 第五组), named with Chinese numerals and 组. Undefined when none. */
export function groupIn(text: string): PlaceWords | undefined {
  const hit = groupWord.exec(text);
  const value = numberOf(hit?.[1] ?? '');
  if (!hit || value === undefined || value === 0) return undefined;
  return { text: hit[0], index: hit.index, name: `${chineseOf(value)}组` };
}

/** Landmark, street, estate or building that is said (村口, 学校门口, 南街12号, 3栋2单元). Undefined when none. */
export function landmarkIn(text: string): PlaceWords | undefined {
  const street = road.exec(text);
  const building = block.exec(text);
  const spot = near.exec(text);
  const named = street && !noRoad.test(street[1] ?? '') ? street : undefined;
  const first = named ?? building;
  if (first) return joined(text, first, spot);
  if (!spot) return undefined;
  return { text: spot[0], index: spot.index, name: spot[0].replace(/^(?:我们|我|咱们|俺)(?!们)(?:的)?/, '') };
}

/** A street and the spot just behind it are one place: 南街菜市场门口, 人民公园旁边. */
function joined(text: string, first: RegExpExecArray, spot: RegExpExecArray | null): PlaceWords {
  const end = first.index + first[0].length;
  const position = behind.exec(text.slice(end))?.[0] ?? '';
  const spotEnd = spot && spot.index >= end && spot.index - end <= 2 ? spot.index + spot[0].length : end;
  const whole = text.slice(first.index, Math.max(end + position.length, spotEnd));
  return { text: whole, index: first.index, name: whole };
}
