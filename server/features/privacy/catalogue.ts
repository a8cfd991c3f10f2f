import { Prisma } from '#prisma';
import type { Ctx } from '../../kernel/context';

type Who = Pick<Ctx, 'districtId'> & { personId: string };

/** One kind of data the desk holds about a person: where it lies, what a person is shown of it, why it is kept and how long. */
export interface Held {
  readonly model: Prisma.ModelName;
  readonly title: string;
  readonly purpose: string;
  /** How long, in words. Source: the defaults of domain 6.10, to be confirmed. */
  readonly kept: string;
  /** What becomes of it when the account is closed. */
  readonly afterLeaving: string;
  /** The columns that are this person's, by what they are called; others (who worked on it, keys, hashes) are not handed out. */
  readonly columns: Readonly<Record<string, string>>;
  /** Which rows are this person's. */
  readonly whose: (who: Who) => Prisma.Sql;
}

const by =
  (column: string) =>
  ({ districtId, personId }: Who) =>
    Prisma.sql`"districtId" = ${districtId} AND ${Prisma.raw(`"${column}"`)} = ${personId}::uuid`;

const ofHousehold = ({ districtId, personId }: Who) =>
  Prisma.sql`"districtId" = ${districtId} AND "householdId" = (SELECT "householdId" FROM "Person" WHERE "districtId" = ${districtId} AND "id" = ${personId}::uuid)`;

const gone = '删除';
const nameless = '留下，不再显示是谁';
const duty = '履行基层治理的法定职责';
const service = '向您提供这项服务';
const open = '议事公开、可以复核';

/** Everything the desk holds about a person, in the order it is shown. Models that hold nobody's data are in `without`. */
export const held: readonly Held[] = [
  {
    ...{ model: 'Person', title: '账号资料', purpose: '认出您、联系您、找到您的网格', kept: '账号在就在' },
    afterLeaving: '清空，留一个空账号',
    columns: {
      ...{ id: '编号', name: '姓名', nickname: '称呼', phone: '手机号', openid: '微信标识' },
      ...{
        homeVillageCode: '居住村（社区）',
        homeGridCode: '居住网格',
        elderMode: '长辈版',
        createdAt: '开始使用',
        adultOn: '哪天满 18 岁（未成年人）',
      },
    },
    whose: by('id'),
  },
  {
    ...{ model: 'Household', title: '家庭户', purpose: '家庭积分、按户统计附议', kept: '户在就在' },
    afterLeaving: '留下，和您的账号脱开',
    columns: { code: '户号', name: '户名', villageCode: '村（社区）', gridCode: '网格' },
    whose: ({ districtId, personId }) =>
      Prisma.sql`"districtId" = ${districtId} AND "id" = (SELECT "householdId" FROM "Person" WHERE "districtId" = ${districtId} AND "id" = ${personId}::uuid)`,
  },
  {
    ...{ model: 'HouseholdMove', title: '户的变动', purpose: '入户、分户、并户、迁户有据可查', kept: '3 年' },
    afterLeaving: nameless,
    columns: { kind: '哪一种', state: '结果', note: '说明', askedAt: '时间', reason: '理由' },
    whose: by('byId'),
  },
  {
    ...{ model: 'HouseholdConsent', title: '对户变动的同意', purpose: '分户、并户要本人同意', kept: '3 年' },
    ...{ afterLeaving: nameless, columns: { at: '时间' }, whose: by('personId') },
  },
  {
    ...{ model: 'Post', title: '岗位', purpose: duty, kept: '离任后 3 年', afterLeaving: nameless },
    columns: { kind: '岗位', placeCode: '地方', departmentCode: '部门', startsOn: '从', endsOn: '到' },
    whose: by('personId'),
  },
  {
    ...{ model: 'Session', title: '登录的设备', purpose: '保护账号安全', kept: '6 个月', afterLeaving: '马上下线' },
    columns: { userAgent: '设备', createdAt: '登录', expiresAt: '到期', revokedAt: '下线' },
    whose: by('personId'),
  },
  {
    ...{ model: 'Ticket', title: '报的事', purpose: duty, kept: '办结后 3 年', afterLeaving: nameless },
    columns: {
      ...{ no: '编号', title: '标题', description: '内容', status: '状态', address: '地点', lng: '经度', lat: '纬度' },
      ...{ anonymous: '匿名', confidential: '保密', receivedAt: '收到', closedAt: '办结' },
      ...{ ratedContacted: '联系了', ratedSolved: '解决了', ratedSatisfied: '满意', ratingNote: '评价' },
    },
    whose: by('reporterId'),
  },
  {
    ...{ model: 'TicketFollower', title: '跟着的事', purpose: service, kept: '办结后 3 年', afterLeaving: nameless },
    columns: { ticketId: '事', note: '说明', joinedAt: '从' },
    whose: by('personId'),
  },
  {
    ...{ model: 'Attachment', title: '照片', purpose: '说明您报的事', kept: '和那件事一样久' },
    afterLeaving: '公开议事、积分和处理结果用的留下，别的删除',
    columns: { id: '编号', role: '用途', width: '宽', height: '高', bytes: '大小', createdAt: '上传' },
    whose: by('ownerId'),
  },
  {
    ...{ model: 'Message', title: '和小翠的对话', purpose: '听懂您要办什么', kept: '2 年', afterLeaving: gone },
    columns: { speaker: '谁说的', text: '内容', createdAt: '时间' },
    whose: ({ districtId, personId }) =>
      Prisma.sql`"districtId" = ${districtId} AND "conversationId" IN (SELECT "id" FROM "Conversation" WHERE "districtId" = ${districtId} AND "personId" = ${personId}::uuid)`,
  },
  {
    ...{ model: 'Booking', title: '约律师', purpose: '提供公共法律服务', kept: '2 年', afterLeaving: nameless },
    columns: {
      ...{ no: '编号', startsAt: '开始', endsAt: '结束', manner: '方式', matter: '事由', disputeType: '类型' },
      ...{ phone: '电话', status: '状态', createdAt: '预约时间', cancelReason: '取消原因' },
      ...{ ratedOnTime: '准时', ratedHelpful: '有帮助', ratedSatisfied: '满意', ratingNote: '评价' },
    },
    whose: by('residentId'),
  },
  {
    ...{ model: 'WaitingEntry', title: '排队候补', purpose: service, kept: '2 年', afterLeaving: gone },
    columns: { matter: '事由', wishFrom: '想约从', wishTo: '到', state: '状态', createdAt: '时间' },
    whose: by('personId'),
  },
  {
    ...{ model: 'BookingComplaint', title: '反映法律服务', purpose: '监督法律顾问', kept: '3 年' },
    ...{ afterLeaving: nameless, columns: { text: '内容', createdAt: '时间', answer: '答复', answeredAt: '答复时间' } },
    whose: by('personId'),
  },
  {
    ...{ model: 'Topic', title: '提的议题', purpose: open, kept: '长期', afterLeaving: nameless },
    columns: { no: '编号', title: '标题', body: '内容', status: '状态', raisedAt: '时间' },
    whose: by('authorId'),
  },
  {
    ...{ model: 'TopicSupport', title: '附议', purpose: open, kept: '长期', afterLeaving: nameless },
    columns: { topicId: '议题', via: '方式', at: '时间', withdrawnAt: '收回' },
    whose: by('personId'),
  },
  {
    ...{ model: 'TopicComment', title: '留言', purpose: open, kept: '长期', afterLeaving: nameless },
    columns: { topicId: '议题', body: '内容', hideName: '不显示姓名', at: '时间', removedAt: '删除' },
    whose: by('authorId'),
  },
  {
    ...{ model: 'OpinionStatement', title: '加的看法', purpose: open, kept: '长期', afterLeaving: nameless },
    columns: { topicId: '议题', body: '内容', at: '时间' },
    whose: by('authorId'),
  },
  {
    ...{ model: 'OpinionBallot', title: '表的态', purpose: open, kept: '长期', afterLeaving: nameless },
    columns: { topicId: '议题', choices: '每句的态度', at: '时间' },
    whose: by('personId'),
  },
  {
    ...{ model: 'TopicQuestion', title: '问部门的话', purpose: open, kept: '长期', afterLeaving: nameless },
    columns: { departmentCode: '部门', body: '问题', askedAt: '时间', answer: '答复' },
    whose: by('askerId'),
  },
  {
    ...{ model: 'MeetingSeat', title: '协商会', purpose: open, kept: '长期', afterLeaving: nameless },
    columns: { role: '身份', coming: '来不来', signedAt: '签到', signedVia: '签到方式' },
    whose: by('personId'),
  },
  {
    ...{ model: 'MeetingLine', title: '会上线上发言', purpose: open, kept: '长期', afterLeaving: nameless },
    columns: { body: '内容', at: '时间' },
    whose: by('personId'),
  },
  {
    ...{ model: 'PaperAnswer', title: '对协商结果的意见', purpose: open, kept: '长期', afterLeaving: nameless },
    columns: { agrees: '认可', note: '说明', at: '时间' },
    whose: by('personId'),
  },
  {
    ...{ model: 'TopicJudgement', title: '评议', purpose: open, kept: '长期', afterLeaving: nameless },
    columns: { topicId: '议题', informed: '知情', solved: '解决', satisfied: '满意', note: '说明', at: '时间' },
    whose: by('personId'),
  },
  {
    ...{ model: 'TaskHelper', title: '报名帮忙', purpose: open, kept: '长期', afterLeaving: nameless },
    columns: { taskId: '任务', at: '时间' },
    whose: by('personId'),
  },
  {
    ...{ model: 'ContentCheck', title: '内容核对', purpose: '公开的话先核对', kept: '3 年', afterLeaving: nameless },
    columns: { kind: '哪一种', stage: '结果', rule: '规则', note: '说明', appealText: '申诉', createdAt: '时间' },
    whose: by('authorId'),
  },
  {
    ...{ model: 'ContentReport', title: '举报', purpose: '大家一起守规则', kept: '3 年', afterLeaving: nameless },
    columns: { reason: '原因', note: '说明', at: '时间' },
    whose: by('personId'),
  },
  {
    ...{ model: 'Notification', title: '通知', purpose: '告诉您办到哪了', kept: '2 年', afterLeaving: gone },
    columns: { title: '标题', body: '内容', createdAt: '时间', readAt: '看过' },
    whose: by('personId'),
  },
  {
    ...{ model: 'SubscribeQuota', title: '微信订阅消息', purpose: service, kept: '用完为止', afterLeaving: gone },
    columns: { template: '哪一种', remaining: '还能发几条', updatedAt: '时间' },
    whose: by('personId'),
  },
  {
    ...{ model: 'PointsEntry', title: '我家积分流水', purpose: '村民通过的积分规则', kept: '3 年' },
    ...{ afterLeaving: '留下，属于家庭户', columns: { kind: '哪一种', delta: '分', text: '说明', at: '时间' } },
    whose: ({ districtId, personId }) =>
      Prisma.sql`"districtId" = ${districtId} AND "accountId" IN (SELECT a."id" FROM "PointsAccount" a JOIN "Person" p ON p."districtId" = a."districtId" AND p."householdId" = a."householdId" WHERE p."districtId" = ${districtId} AND p."id" = ${personId}::uuid)`,
  },
  {
    ...{ model: 'PointsYear', title: '我家往年的积分', purpose: '村民通过的积分规则', kept: '3 年' },
    ...{ afterLeaving: '留下，属于家庭户', whose: ofHousehold },
    columns: { year: '年', balance: '年底余额', stars: '星级', expired: '清零', closedAt: '存档时间' },
  },
  {
    ...{ model: 'PointsClaim', title: '我家积分事项', purpose: '村民通过的积分规则', kept: '3 年' },
    afterLeaving: '留下，属于家庭户',
    columns: { text: '说明', points: '分', state: '结果', happenedOn: '哪一天', filedAt: '时间', reason: '理由' },
    whose: ofHousehold,
  },
  {
    ...{ model: 'PointsWarning', title: '给我家的提醒', purpose: '扣分前先提醒', kept: '3 年' },
    ...{ afterLeaving: '留下，属于家庭户', columns: { title: '事', text: '说明', at: '时间' }, whose: ofHousehold },
  },
  {
    ...{ model: 'PointsVote', title: '积分评议投的票', purpose: '评议有据可查', kept: '3 年', afterLeaving: nameless },
    columns: { choice: '票', note: '说明', at: '时间' },
    whose: by('personId'),
  },
  {
    ...{ model: 'PointsKin', title: '申报的亲戚关系', purpose: '评议回避', kept: '3 年', afterLeaving: nameless },
    columns: { relation: '关系', at: '时间' },
    whose: by('personId'),
  },
  {
    ...{ model: 'PointsObjection', title: '对公示积分的意见', purpose: '大家监督', kept: '3 年' },
    ...{ afterLeaving: nameless, columns: { text: '意见', at: '时间', answer: '答复' }, whose: by('personId') },
  },
  {
    ...{ model: 'Redemption', title: '我家换的东西', purpose: '用积分换东西、核对领取', kept: '3 年' },
    ...{
      afterLeaving: '留下，属于家庭户',
      columns: { goodName: '东西', count: '件数', points: '分', createdAt: '时间', handedAt: '领走' },
    },
    whose: ofHousehold,
  },
  {
    ...{ model: 'PointsAppeal', title: '积分申诉', purpose: '复核有据可查', kept: '3 年', afterLeaving: nameless },
    columns: { text: '理由', state: '结果', answer: '答复', filedAt: '时间' },
    whose: by('byId'),
  },
  {
    ...{ model: 'DataRequest', title: '个人信息请求', purpose: '答复您的请求', kept: '3 年', afterLeaving: nameless },
    columns: { id: '编号', kind: '哪一种', text: '内容', state: '结果', createdAt: '时间', answer: '答复' },
    whose: by('personId'),
  },
  {
    ...{ model: 'LearningConsent', title: '同意小翠学说话', purpose: '记住您的同意', kept: '您不再同意就删' },
    ...{ afterLeaving: gone, columns: { givenAt: '什么时候同意的' }, whose: by('personId') },
  },
  {
    ...{ model: 'Example', title: '小翠学说话的句子', purpose: '听懂大家说的话', kept: '您不再同意就删' },
    afterLeaving: gone,
    columns: { text: '去掉个人信息的句子', state: '结果', createdAt: '时间' },
    whose: by('personId'),
  },
  {
    ...{ model: 'AccountClosure', title: '注销账号', purpose: '按您的要求注销', kept: '3 年', afterLeaving: nameless },
    columns: { state: '状态', askedAt: '提出', eraseAt: '删除时间', endedAt: '结束' },
    whose: by('personId'),
  },
];

const technical = '只有技术记录，没有能认出人的内容';
const world = '地方、单位、日历和法律，和人无关';
const part = '随它所属的那一条一起给出或处理';
const work = '工作人员履职的记录';

/** Every other model, and why it is not handed out by itself. */
export const without: Readonly<Partial<Record<Prisma.ModelName, string>>> = {
  QrCode: '扫码牌：只有地方、顾问或会的编号',
  DesktopSignIn: '电脑登录的一次性码，一天后删除',
  ...{ AuditEntry: '审计记录，只有编号', AuditHead: technical, RetentionRun: technical },
  ...{ DomainEvent: '审计记录，只有编号', ReactionMark: technical, IdempotencyKey: technical, RateLimit: technical },
  ...{ LoginCode: technical, WechatToken: technical, AssistUse: technical, FileToErase: technical },
  ...{ Division: world, Grid: world, Estate: world, BuildingGroup: world, Department: world, Category: world },
  ...{ CalendarYear: world, CalendarDay: world, CannedSentence: world, Law: world, LawVersion: world },
  ...{
    LawArticle: world,
    RuleBook: world,
    RuleItem: world,
    RuleBookPhoto: part,
    HouseholdInvite: part,
    TopicThreshold: world,
    AssessmentStandard: world,
  },
  ...{ Conversation: part, Delivery: part, WaitingOffer: part, TicketStep: part, TicketAssist: part },
  ...{ BookingStep: part, BookingPhoto: part, ServiceRecord: part, FollowUp: part, CallTask: part, RecordSample: part },
  ...{ TopicText: part, TopicAuthor: part, TopicStep: part, TopicInvite: part, TopicPhoto: part },
  ...{ TopicMeeting: part, MeetingPhoto: part, DecisionPaper: part, TopicTask: part, OpinionMap: part },
  ...{
    PointsAccount: part,
    PointsClaimPhoto: part,
    PointsBatch: work,
    PointsBatchLine: part,
    PointsSuggestion: part,
    PointsClaimStep: part,
    PushedMessage: '30 天后删除的微信推送',
    WindowTurn: part,
    WindowSession: part,
  },
  ...{ ShopOutlet: work, ShopKeeper: work, ShopGood: work, ShopSettlement: work },
  ...{ DutyShift: work, LawFirm: work, AdvisorTeam: work, TeamTown: work, Advisor: work, AdvisorVillage: work },
  ...{ AdvisorAvailability: work, Slot: work, AdvisorPresence: work, AdvisorLecture: work },
};
