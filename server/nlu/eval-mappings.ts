/** Categories → the seven classes of the labelled real messages. Categories that belong to none of them are left out. */
const classes: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      [
        '城乡建设',
        'streetlight manhole water_outage power_outage gas public_facility road_damage road_collapse waterlogging illegal_building street_vendor illegal_ads toilet greening garbage sewage fire_hazard house_danger production_safety property_mgmt housing land geohazard dispute_land',
      ],
      ['环境保护', 'straw_burning dust fumes water_pollution noise'],
      ['交通运输', 'bus telecom'],
      ['教育文体', 'education'],
      ['劳动和社会保障', 'social_insurance wages'],
      ['卫生计生', 'medical'],
      ['商贸旅游', 'consumer elevator'],
    ] as const
  ).flatMap(([name, codes]) => codes.split(' ').map((code) => [code, name] as const)),
);

/** Class of a category code; undefined when the classes have no place for it. */
export function classOf(code: string | undefined): string | undefined {
  return code === undefined ? undefined : classes[code];
}

const units: readonly (readonly [string, RegExp])[] = [
  ['renshe', /人力资源|人社|社保局|劳动(?:保障)?监察|劳动局/],
  ['weijian', /卫生健康|卫健|卫生(?:和)?计|卫计|疾控|卫生局|医保局/],
  ['jiaoti', /教育局|教体局|教育(?:和)?体育|文体广电|体育局/],
  ['huanbao', /生态环境|环保局|环境保护局|环保分局/],
  ['shichang', /市场监督|市监局|工商|食药|质监|质量技术监督/],
  ['ziran', /自然资源|国土|规划局|资规|规划分局|不动产登记/],
  ['jiaotong', /交通运输|交通局|公路局|公路管理|道路运输|运管|公交(?:公司|集团)|轨道/],
  ['gongan', /公安|交警|派出所|交通警察|交管/],
  ['zhifa', /城管|城市管理|行政执法|环卫|园林/],
  ['zhujian', /住房(?:和)?(?:城乡建设|保障)|住建|住房保障|房产局|住房公积金|市政|建设局|住保/],
  ['minzheng', /民政/],
  ['nongye', /农业农村|农业局|畜牧|林业|农委/],
  ['shuili', /水务|水利/],
  ['yingji', /应急管理|安监|消防/],
  ['tuiyi', /退役军人/],
  ['gongdian', /供电|国网|电力公司/],
  ['gongshui', /自来水|供水(?:公司|有限)/],
  ['ranqi', /燃气(?:公司|有限|集团)|天然气公司/],
  ['tongxin', /移动公司|电信公司|联通|通信管理/],
];

/** The unit of our table that a reply names first; undefined when it names none. Sub-districts and towns are no unit of the table. */
export function unitNamedIn(reply: string): string | undefined {
  let first: { code: string; at: number } | undefined;
  for (const [code, pattern] of units) {
    const at = pattern.exec(reply)?.index;
    if (at !== undefined && (first === undefined || at < first.at)) first = { code, at };
  }
  return first?.code;
}
