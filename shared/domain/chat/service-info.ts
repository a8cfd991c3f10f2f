import { type Choice, type Reply, say } from './reply';

/** One everyday errand: where to go, what to bring, whom to ring. */
interface Errand {
  readonly id: string;
  readonly title: string;
  /** Words it is asked by. */
  readonly asked: RegExp;
  readonly where: string;
  readonly bring: string;
  readonly hotline: string;
}

/**
 * Errands people ask for most. General knowledge kept as data; default, to be confirmed by the district: what the window says counts.
 * Local windows and lists differ, so each names the line to ask. Papers that every errand wants (身份证, 户口簿) stand last: what else is named counts first.
 */
const errands: readonly Errand[] = [
  {
    ...{ id: 'medical', title: '医保缴费、报销、异地就医', asked: /医保|合作医疗|报销|异地就医|大病保险/ },
    where: '村（社区）便民服务点、镇街便民服务中心、区医保局窗口；缴费也可以在手机上',
    bring: '身份证或社保卡；报销带发票、费用清单、出院小结、银行卡',
    hotline: '12393',
  },
  {
    ...{ id: 'pension', title: '养老保险、退休、养老金认证', asked: /养老保险|社保|退休|养老金|领取资格|认证/ },
    where: '镇街便民服务中心、区社保局窗口；资格认证可以在手机上刷脸，也可以请村（社区）帮忙',
    bring: '身份证、社保卡；退休带档案和缴费证明',
    hotline: '12333',
  },
  {
    ...{ id: 'allowance', title: '低保、特困、临时救助', asked: /低保|五保|特困|临时救助|困难补助|救助/ },
    where: '向镇街提出，可以请村（社区）代办',
    bring: '户口簿、身份证、家庭收入和财产情况、生病的带诊断证明',
    hotline: '12345',
  },
  {
    ...{ id: 'elder', title: '高龄津贴、老年优待', asked: /高龄|老年证|老人补贴|老年卡|敬老/ },
    where: '村（社区）或者镇街便民服务中心',
    bring: '身份证、户口簿、照片、银行卡',
    hotline: '12345',
  },
  {
    ...{ id: 'disabled', title: '残疾证、残疾补贴', asked: /残疾|残联/ },
    where: '区残联或者镇街便民服务中心；先到指定医院评定',
    bring: '身份证、户口簿、照片、病历',
    hotline: '12385',
  },
  {
    ...{ id: 'marriage', title: '结婚、离婚登记', asked: /结婚(?:证|登记)|离婚(?:证|登记)|领证|扯证|婚姻登记/ },
    where: '区民政局婚姻登记处，两个人一起去，可以先预约',
    bring: '双方身份证；结婚带照片；离婚带结婚证和写好的离婚协议',
    hotline: '12345',
  },
  {
    ...{ id: 'house', title: '不动产登记、过户', asked: /房产证|不动产|过户|房本/ },
    where: '区不动产登记中心（政务服务中心）',
    bring: '双方身份证、买卖合同或者继承、赠与材料、原来的证、完税材料',
    hotline: '12345',
  },
  {
    ...{ id: 'building', title: '农村建房、宅基地审批', asked: /建房|宅基地|起房子|翻修|危房/ },
    where: '先向村民小组、村委会申请，再到镇街',
    bring: '申请书、身份证、户口簿、老房子的情况和照片',
    hotline: '12345',
  },
  {
    ...{ id: 'licence', title: '开店、办营业执照', asked: /营业执照|个体户|开店|注册公司|注销/ },
    where: '区政务服务中心市场监管窗口，也可以网上办',
    bring: '身份证、经营场所证明；做吃的还要办食品经营许可和健康证',
    hotline: '12345',
  },
  {
    ...{ id: 'birth', title: '生育登记、准生、育儿', asked: /准生|生育登记|生育服务|产假|育儿补贴|出生证/ },
    where: '村（社区）、镇街便民服务中心；出生医学证明在生孩子的医院',
    bring: '夫妻身份证、结婚证、户口簿',
    hotline: '12345',
  },
  {
    ...{ id: 'school', title: '入学、转学、助学', asked: /入学|报名上学|转学|上学|助学|学区/ },
    where: '片区学校，或者区教体局',
    bring: '户口簿、身份证、房产证或者居住证、预防接种证',
    hotline: '12345',
  },
  {
    ...{ id: 'residence', title: '居住证', asked: /居住证|暂住证/ },
    where: '居住地派出所',
    bring: '身份证、租房合同或者工作证明、照片',
    hotline: '12345',
  },
  {
    ...{ id: 'driving', title: '驾驶证、车辆年检过户', asked: /驾驶证|驾照|年检|行驶证|车管|换证/ },
    where: '车管所，或者手机上的“交管12123”',
    bring: '身份证、原来的证；换驾驶证带体检证明',
    hotline: '12123',
  },
  {
    ...{ id: 'fund', title: '公积金提取、贷款', asked: /公积金/ },
    where: '住房公积金管理部窗口，也可以在手机上',
    bring: '身份证、银行卡；买房、租房、还贷的证明',
    hotline: '12329',
  },
  {
    ...{ id: 'veteran', title: '退役军人优待', asked: /退役|军人|优抚|优待证/ },
    where: '镇街、村（社区）退役军人服务站',
    bring: '身份证、退役证件、照片',
    hotline: '12345',
  },
  {
    ...{ id: 'legal-aid', title: '法律援助、公证', asked: /法律援助|公证|免费律师/ },
    where: '区法律援助中心、公证处，或者找村里的法律顾问',
    bring: '身份证、事情的材料；法律援助还要说明家里的经济情况',
    hotline: '12348',
  },
  {
    ...{ id: 'death', title: '办后事、销户', asked: /火化|殡葬|死亡证明|销户|丧葬费/ },
    where: '死亡证明在医院或者社区卫生中心；销户在派出所；丧葬补助问社保局',
    bring: '死亡证明、死者和办事人的身份证、户口簿',
    hotline: '12345',
  },
  {
    ...{ id: 'id-card', title: '身份证办理、补办', asked: /身份证/ },
    where: '就近的派出所户籍窗口，外地户口也能办',
    bring: '户口簿（补办的带能证明身份的证件），本人到场照相、按指纹',
    hotline: '12345',
  },
  {
    ...{ id: 'household', title: '上户口、迁户口', asked: /户口|户籍|上户|落户|迁移证/ },
    where: '派出所户籍窗口',
    bring: '户口簿、身份证；新生儿带出生医学证明；迁移看原因带结婚证、房产证等',
    hotline: '12345',
  },
];

const call = (number: string): Choice => ({ label: `打 ${number}`, action: 'call', payload: { number } });
const human: Choice = { label: '转人工', action: 'human' };

/** Whether a sentence names an errand that is known here. */
export const namesErrand = (text: string): boolean => errands.some(({ asked }) => asked.test(text));

/** Where to go and what to bring for an errand; when several fit, they are offered; when none does, the line that knows. */
export function serviceReply(text: string): Reply {
  const found = errands.filter(({ asked }) => asked.test(text));
  const [errand] = found;
  if (!errand)
    return say('这一样我还没有学会，怕说错让您白跑。打 12345 问最准，也可以转人工。', {
      type: 'later',
      feature: 'service_info',
      title: '问办事',
      text: '要带什么材料、到哪里办，12345 都能答。',
      options: [call('12345'), human],
    });
  const { title, where, bring, hotline } = errand;
  const numbers = [...new Set([hotline, '12345'])].map(call);
  return say(`${title}。去哪里：${where}。带什么：${bring}。各地有些不同，去之前打 ${hotline} 问一声最稳妥。`, {
    type: 'choice',
    options: [...numbers, human],
  });
}
