import type { Random } from './random';

const surnames = [
  ...'李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
];
const given = [
  ...'敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰秀珍鹏辉波红梅芳燕玲云飞龙凤琴荣贵福寿长林春夏秋冬雪松柏青山川江海河清泉',
  '建国',
  '国平',
  '志强',
  '秀英',
  '桂芳',
  '玉兰',
  '淑珍',
  '小红',
  '晓燕',
  '海燕',
  '文静',
  '思源',
  '子涵',
  '雨欣',
  '浩然',
  '俊杰',
  '正华',
  '天明',
  '德福',
  '德贵',
  '永贵',
  '永福',
  '光明',
  '世英',
  '世华',
  '朝阳',
  '春梅',
  '冬梅',
  '雪梅',
  '红梅',
  '国庆',
  '建军',
  '建华',
  '建平',
  '卫东',
  '卫国',
  '兴旺',
  '家兴',
  '家旺',
  '成林',
  '成功',
  '明亮',
  '明珠',
  '晓明',
  '晓东',
  '晓琴',
  '小兰',
  '小军',
  '大勇',
  '大军',
  '忠良',
  '忠诚',
  '学文',
  '学武',
  '学军',
  '素芬',
  '素珍',
  '素华',
  '文斌',
  '文彬',
  '文杰',
  '书琴',
  '书文',
  '如意',
] as const;

/** Invented names, each given once, and phone numbers of the form that is never assigned (1999900xxxx). */
export function createNames(random: Random, reserved: readonly string[]) {
  const used = new Set(reserved);
  let phones = 0;
  return {
    name(): string {
      for (;;) {
        const name = random.pick(surnames) + random.pick(given);
        if (used.has(name)) continue;
        used.add(name);
        return name;
      }
    },
    phone(): string {
      phones += 1;
      return `1999900${String(phones).padStart(4, '0')}`;
    },
  };
}
