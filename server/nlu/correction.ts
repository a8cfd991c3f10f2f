import { cued } from './cued';
import type { Correction, Expecting } from './understanding';

const place = /地址|地点|位置|地方|村|镇|街道|社区|小区|组|路(?!灯)|楼|栋|门口/;
const phone = /电话|号码|手机/;
const time = /时间|日期|天|星期|个月|昨|今|久/;
const contrast = cued(
  /^(?:哦|哎|呃|不对|错了|说错了|我说错了|嗯|,|\.)*不(?:是|在)([^,.!?;]{1,12}?)(?:,|\.|;| )?(?:而是|是|应该是|在|应该在)([^,.!?;]{1,16}?)(?:坏了|的问题|哈|嘛|撒|啊|哦)?[.!]?$/,
);
const instead = cued(/^(?:是|在)([^,.!?;]{1,12}?)(?:,| )?不(?:是|在)([^,.!?;]{1,12}?)[.!]?$/);
const wrong = cued(
  /(?:地址|地点|位置|地方|电话|号码|手机号?|时间|日期|问题|事情|名字|村名|镇名|组|内容|类别|分类|照片|图)?(?:不对|错了|有误|不正确|写错|填错|说错|搞错|弄错|报错|打错|选错|讲错|发错|记错)(?:了)?/,
);
const beforeMistake = /^(?:我|你|刚才|刚|的|不好意思|哦|哎|呃|那个|上面|前面|这个|是|都|也|好像|电话|发|,|\.|!)*$/;
const should = cued(
  /(?:应该是|应该在|改成|改为|换成|是在|其实是|我说的是|我是说|我的意思是|正确的是|更正为)([^,.!?;]{1,20})/,
);
const change = cued(
  /^(?:我)?(?:要|想|需要)?(?:改|修改|更正|改一?下|换)(?:一下|下|哈)?(?:我的|刚才的|那个)?(地址|地点|位置|电话|手机号?|号码|时间|问题|内容|描述|类别)/,
);

function fieldOf(said: string, expecting: Expecting): Correction['field'] {
  if (phone.test(said)) return 'phone';
  if (/路灯|井盖|垃圾|噪/.test(said)) return 'what';
  if (place.test(said)) return 'where';
  if (time.test(said)) return 'since';
  return expecting === undefined || expecting === 'confirm' ? 'any' : 'what';
}

/**
 * Reads a correction of what was said before: 不是路灯是井盖, 地址不对, 应该是李庄镇, 说错了. Takes a normalised message.
 * Long messages (over 40 characters) and contrasts inside a story are not corrections. `from` and `to` are the resident's words.
 */
export function correctionIn(text: string, expecting: Expecting): Correction | undefined {
  if (text.length > 40 || /对不对|是不是|错没错/.test(text)) return undefined;
  const both = contrast.exec(text);
  const turned = both ? undefined : instead.exec(text);
  const from = both?.[1] ?? turned?.[2];
  const to = both?.[2] ?? turned?.[1];
  if (from !== undefined && to !== undefined) {
    if (/^(?:我|他|你|说|不|很|想|没|故意|第一)/.test(from) || /不讲|问题$/.test(from)) return undefined;
    const field = fieldOf(from + to, expecting);
    return { field: field === 'any' ? 'what' : field, from, to };
  }
  const mistake = wrong.exec(text);
  const target = should.exec(text)?.[1];
  if (mistake && mistake.index <= 10 && (target !== undefined || text.length <= 16)) {
    if (!beforeMistake.test(text.slice(0, mistake.index))) return undefined;
    const rest = text.slice(mistake.index + mistake[0].length).replace(/^[,.!? ]+|[,.!? ]+$/g, '');
    const to = target ?? (/^(?:是|在)(.{2,16})$/.exec(rest)?.[1] || undefined);
    return { field: fieldOf(text, expecting), ...(to === undefined ? {} : { to }) };
  }
  if (
    target !== undefined &&
    text.length <= 24 &&
    /^(?:哦|哎|呃|不|不对|,)*(?:应该|改|换|其实|我说的|我是说|我的意思|更正|正确)/.test(text)
  )
    return { field: fieldOf(text, expecting), to: target };
  const asked = change.exec(text);
  return asked ? { field: fieldOf(asked[1] ?? '', expecting) } : undefined;
}
