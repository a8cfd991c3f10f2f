/** What somebody reports in the demonstration: title, the words, and how it ended. `{}` is the spot. All invented. */
export interface Scene {
  readonly title: string;
  readonly said: string;
  readonly result: string;
}

/** Spots of a village that every place has. */
export const spots = [
  '一组村口',
  '二组晒坝',
  '三组桥头',
  '四组老院子',
  '村委会门口',
  '小学后门',
  '卫生室旁边',
  '公交站',
  '老街中段',
  '河边步道',
  '菜市场门口',
  '文化广场',
  '五组岔路口',
  '幼儿园门口',
  '堰塘边',
  '停车场入口',
] as const;

const scene = (title: string, said: string, result: string): Scene => ({ title, said, result });

/** Scenes by category and how often the category comes up. Categories that are not here never come up in the history. */
export const scenes: Readonly<Record<string, { readonly weight: number; readonly list: readonly Scene[] }>> = {
  streetlight: {
    weight: 12,
    list: [
      scene('路灯不亮', '{}的路灯坏了好几天，晚上黑漆漆的，老人走路不方便', '更换灯具，晚上复查已亮'),
      scene('路灯一闪一闪', '{}的路灯一直闪，晃眼睛', '换了镇流器，不再闪烁'),
      scene('路灯白天不关', '{}的路灯白天也亮起，太浪费了', '调整了控制开关的时间'),
    ],
  },
  garbage: {
    weight: 14,
    list: [
      scene('垃圾没人清运', '{}的垃圾堆了三天没人拉，臭得很', '垃圾已清运，桶位冲洗干净'),
      scene('垃圾桶不够用', '{}只有一个垃圾桶，装不下，都堆在外头', '增加两个垃圾桶，调整清运时间'),
      scene('建筑垃圾乱倒', '有人把装修垃圾倒在{}，挡了半边路', '建筑垃圾已清走，劝导了当事人'),
    ],
  },
  sewage: {
    weight: 9,
    list: [
      scene('下水道堵塞', '{}的下水道堵了，污水漫到路上', '管道已疏通，污水不再外溢'),
      scene('排水沟淤塞', '{}的排水沟全是泥，下雨就漫水', '排水沟已清淤'),
    ],
  },
  road_damage: {
    weight: 10,
    list: [
      scene('路面有坑', '{}的路面烂了个大坑，骑车容易摔', '破损路面已修补'),
      scene('路面开裂', '{}的水泥路裂得厉害，车过就抖', '已灌缝修补，可以正常通行'),
    ],
  },
  manhole: {
    weight: 5,
    list: [
      scene('井盖破损', '{}的井盖破了，怕娃儿踩下去', '更换新井盖并固定'),
      scene('井盖松动', '车子压过{}的井盖哐哐响', '井盖已加垫固定'),
    ],
  },
  water_outage: {
    weight: 5,
    list: [
      scene('水管漏水', '{}的水管爆了，水流了一地', '漏点已修复，恢复供水'),
      scene('停水没有通知', '{}这边停水一天了，没得通知', '管网抢修完成，恢复供水'),
    ],
  },
  power_outage: {
    weight: 4,
    list: [
      scene('电线垂下来了', '{}有根电线垂到人能摸到的高度', '线路已抬高固定'),
      scene('反复停电', '{}这几天晚上老是停电', '更换了老化的开关，恢复供电'),
    ],
  },
  noise: {
    weight: 8,
    list: [
      scene('半夜装修', '{}楼上天天半夜装修，吵得睡不着', '已劝导，对方答应晚上十点后不施工'),
      scene('广场舞音响太大', '{}的广场舞音响开到晚上十点多', '商定音量和结束时间，群众认可'),
    ],
  },
  illegal_parking: {
    weight: 7,
    list: [scene('占道停车', '{}天天有车乱停，三轮车都过不去', '劝离车辆，施划了禁停标线')],
  },
  street_vendor: { weight: 4, list: [scene('占道摆摊', '{}的摊子摆到路中间，走路要绕', '引导到规范摊位经营')] },
  illegal_ads: { weight: 3, list: [scene('小广告乱贴', '{}的墙上贴满了小广告', '小广告已清除')] },
  greening: { weight: 4, list: [scene('树枝挡路', '{}的树枝长到路中间，遮了视线', '已修剪树枝')] },
  straw_burning: { weight: 3, list: [scene('焚烧秸秆', '{}有人在地里烧秸秆，烟子大得很', '已制止并当面宣传')] },
  fumes: { weight: 3, list: [scene('油烟扰民', '{}的馆子油烟直接排到住户窗户', '加装净化设备，复查达标')] },
  dust: { weight: 3, list: [scene('工地扬尘', '{}工地灰尘大，窗户都不敢开', '工地已洒水覆盖')] },
  pests: { weight: 2, list: [scene('蚊虫太多', '{}的死水坑全是蚊子', '已清除积水并消杀')] },
  pets: { weight: 3, list: [scene('大狗没拴绳', '{}有人遛大狗不拴绳，吓到娃儿', '已上门提醒，主人承诺牵绳')] },
  fire_hazard: { weight: 5, list: [scene('消防通道堵了', '{}的消防通道堆满杂物', '杂物已清理，通道畅通')] },
  house_danger: { weight: 2, list: [scene('外墙掉块', '{}那栋老房子的墙皮往下掉', '已拉警戒并加固')] },
  geohazard: { weight: 2, list: [scene('边坡有裂缝', '{}后面的坡开了条缝，怕垮', '已设监测点和警示牌')] },
  elevator: { weight: 2, list: [scene('电梯老是停', '{}的电梯一个月困人两回', '维保单位更换部件，检验合格')] },
  traffic_signal: { weight: 2, list: [scene('标线看不清', '{}的斑马线都磨没了', '标线已重新施划')] },
  public_facility: { weight: 3, list: [scene('健身器材坏了', '{}的健身器材断了根杆', '损坏器材已修复')] },
  property_mgmt: { weight: 4, list: [scene('物业不修门禁', '{}小区门禁坏了半年，物业不修', '督促物业修复门禁')] },
  irrigation: { weight: 4, list: [scene('水渠垮了一段', '{}的水渠垮了，田里放不到水', '水渠已抢修通水')] },
  farming: { weight: 2, list: [scene('橘子树生病', '{}的橘子树叶子发黄，想请人看看', '农技员上门指导用药')] },
  welfare: { weight: 3, list: [scene('想申请低保', '{}的老人没得收入，想问低保咋个办', '已协助准备材料并受理')] },
  elder_care: { weight: 3, list: [scene('独居老人要人看看', '{}的独居老人几天没出门', '已上门看望，安排固定探访')] },
  social_insurance: {
    weight: 2,
    list: [scene('养老认证不会弄', '{}的老人养老认证在手机上弄不来', '上门帮助完成认证')],
  },
  consumer: { weight: 2, list: [scene('买到过期食品', '在{}的店里买到过期的奶', '店家退赔并下架')] },
  wages: { weight: 3, list: [scene('工钱没结', '在{}工地做了两个月，工钱没结', '协调后工钱已付清')] },
  dispute_neighbor: {
    weight: 6,
    list: [scene('邻居为排水吵架', '{}两家为屋檐水排哪边吵起来了', '经调解，双方签了协议')],
  },
  dispute_family: {
    weight: 3,
    list: [scene('赡养老人有分歧', '{}几兄弟为老人轮流照顾的事说不拢', '经调解，商定了照顾安排')],
  },
  dispute_land: { weight: 3, list: [scene('地界说不清', '{}两家的地界挪了，吵了几回', '到现场量了界，双方签字确认')] },
  cadre_conduct: { weight: 1, list: [scene('村务公开不及时', '反映村里的账很久没有公开', '已督促公开并回复')] },
  suggestion: {
    weight: 3,
    list: [scene('建议加个候车亭', '{}等车没得遮雨的，建议修个候车亭', '建议已采纳，列入计划')],
  },
  other: { weight: 2, list: [scene('想问问手续', '{}的老房子想修整，不晓得找哪个', '已告知办理地点和材料')] },
};

/** Categories that the drawn pictures fit, by the name of the picture. */
export const pictured: Readonly<Record<string, string>> = {
  streetlight: 'streetlight',
  garbage: 'garbage',
  sewage: 'sewage',
  road_damage: 'road',
  manhole: 'manhole',
};
