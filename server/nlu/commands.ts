import { cued } from './cued';
import type { Answer, Expecting } from './understanding';

const human = cued(
  /(?:转|要|找|接|换|叫|喊|来|请)(?:一下|个|到|一个)?(?:人工|真人|活人)|人工(?:客服|服务|坐席)?$|^人工(?=$|[,.!]|客服|服务|坐席|台|吧|嘛|呢)|^客服$|(?:转|找|接)(?:一下)?(?:客服|坐席|接线员|工作人员)|(?:喊|叫|找|换|派|来)(?:个|一个)(?:真|活)?人(?:来)?(?:跟我|和我|给我|与我)?(?:说|讲|聊|谈|摆|接|答|回|沟通|解释|对话|问|听)?(?:话|一下|哈|吧|嘛|撒|噻|三)?[.!?]?$|不(?:要|想)(?:跟|和)?(?:你这个)?机器人|你(?:又|也)?(?:是)?(?:个)?机器人[^,.]{0,6}(?:不|没)|(?:跟|和)(?:你)?(?:这个)?机器(?:人)?(?:说|讲)不(?:清|通|到)|(?:听不懂|说不清|讲不清|听不明白)[^.]{0,8}(?:人|客服)|直接(?:跟|和)(?:真)?人(?:说|讲|谈)|有没有(?:真|活)?人(?:在|值班)|^(?:请问|喂|到底|还)*(?:有|没得|莫得)(?:真)?人(?:在)?(?:不|吗|没)?$/,
);
const repair = cued(
  /(?:喊|叫|找|派|来|换)个人(?:来)?(?:修|看|管|处|扫|清|弄|换|通|拆|疏|抽|整|查|收|装|搬|拉|砍|解决|打扫|检)/,
);

/** Whether the resident asks for a person instead of the desk. Takes a normalised message; 「喊个人来修」 is not it. */
export function asksForHuman(text: string): boolean {
  if (text.length > 40 || repair.test(text)) return false;
  return human.test(text.replace(/[,.!?;]+$/, '')) || /听不懂[,.!? ]*(?:喊|叫|找|换)/.test(text);
}

const cancel = cued(
  /^(?:那|哎|唉|嗯|哦|还是|我|就)*[,.]?(?:算了|算球|算求|算喽|算咯|取消|撤销|撤回|退出|作罢|停止|拉倒|结束|不要了)(?:吧|了|嘛|撒|算了|我|先|报|这个|这次|本次|操作|上报|预约|填写|投诉|申请|,|\.|!|不|想|用|弄|搞|填|要|办|要得|谢谢|麻烦)*$|^(?:我|那|就|先|还是|现在|暂时|算了|,)*(?:不|懒得|莫|没得必要)(?:想|再|用|要|得)?(?:报|弄|搞|填|办|投诉|预约|约|反映|说|继续|问|整|申请)(?:了|咯|喽|算了|吧|,|\.|!|谢谢)+$|^(?:取消|撤销|撤回|不要)(?:我的|我|这个|这次|刚才的|刚刚的|那个|上报|预约|工单|投诉|申请|单子|操作|提交)+(?:吧|了|嘛)?$|(?:帮我|给我|我要|我想)(?:取消|撤销|撤回|退掉)/,
);

/** Whether the resident breaks off what is being filled in. Takes a normalised message; long messages never do. */
export function cancels(text: string): boolean {
  return text.length <= 20 && !/死/.test(text) && cancel.test(text.replace(/[.!?]+$/, ''));
}

const yes = cued(
  /^(?:嗯|恩|哦|啊|呃|那|就)*[,.]?(?:是(?:的|啊|嘞|滴|哩|呀|这样的?|勒|的是的)?|对(?:的|头|啊|对|嘞|滴|了|咯|呀|没错)?|好(?:的|嘛|啊|吧|嘞|好|滴|哒|呀|勒|了|撒|噻)?|要得|可以(?:的|啊|嘛|撒)?|行(?:的|嘛|啊|吧)?|确认|确定|没错|没(?:有)?问题|莫得问题|没得问题|同意|提交|就这样|就是(?:这样|这个|它|的|了|这里|那里)?|正确|ok|okay|yes|y|要(?:的|嘛|啊)?|需要|愿意|嗯+|恩+|中|成|得行|巴适|安逸|有(?:的|啊)?|去|报|当然|麻烦你?了?|发|没得错|对头|是嘞嘛)(?:嘛|撒|噻|啊|吧|哈|哦|呢|的|了|,|谢谢|麻烦|你|您|提交|确认|就这样|没错|对的|可以|好|报吧)*$/i,
);
const no = cued(
  /^(?:嗯|哦|啊|呃|那|就|也|还是)*[,.]?(?:不(?:是|对|行|用|要|好|可以|同意|去|得行|需要|想|愿意|确定|正确|能|必|,|了|$)|否|没(?:有|得)?(?:啊|了|呢|哦|$)|莫(?:得|要)|错(?:了|的)|要不得|no\b|n$|别|先不|等一下|等哈|还没(?:有)?)(?:嘛|撒|噻|啊|吧|哈|哦|呢|的|了|,|谢谢|麻烦|你|您|用|不|是|要|对|这个|这样|这里|行)*$/i,
);
const skip = cued(
  /^(?:我|也|先|就|那|这个|,)*(?:跳过|略过|略|不(?:晓得|知道|清楚|记得|方便(?:说|拍|提供|透露)?|想(?:说|提供|拍|发|传|填)|说了?|填|拍|传|发|提供|便说|会(?:拍|发|传|弄))|没(?:有|得)?(?:照片|图|图片|拍|补充|别的|其他|了|电话|手机|什么(?:补充|要说))|莫得(?:照片|图|图片|了|别的|补充|相片)|(?:照片|图片|图|相片)(?:没(?:有|得)?|莫得|拍不(?:了|到)|不会(?:拍|发))|没法拍|拍不(?:到|了|成)|下一(?:步|个)|无|skip|随便|都(?:行|可以|要得)|(?:等会儿?|等下|等哈|晚点|过后|回头)再(?:说|拍|发|补|传)|以后再说).*$/i,
);

const marks = '.!?;, ';

/** The text without marks before and behind it. */
function bare(text: string): string {
  let from = 0;
  let to = text.length;
  while (to > 0 && marks.includes(text.charAt(to - 1))) to--;
  while (from < to && marks.includes(text.charAt(from))) from++;
  return text.slice(from, to);
}

/**
 * Reads a short message as a reply: yes, no, or "pass". What was asked decides between them: without photo asked for,
 * 「没有」 is no; when a photo or a telephone is asked for it passes. Undefined when it is no such reply.
 */
export function answerIn(text: string, expecting: Expecting): Answer | undefined {
  const said = bare(text);
  if (said === '' || said.length > 14) return undefined;
  const optional = expecting === 'photo' || expecting === 'phone' || expecting === 'reason';
  if (skip.test(said)) return 'skip';
  if (no.test(said)) return optional ? 'skip' : 'no';
  if (yes.test(said)) return 'yes';
  return undefined;
}

const ordinalWord =
  /^(?:我)?(?:就)?(?:选|要|是)?(?:第)?([一二三四五六七八九1-9])(?:个|条|项|号|种|家|位)?(?:吧|嘛|那个|的|撒|噻)?[.!]?$/;
const ordinalInside = cued(/第([一二三四五六七八九十1-9])(?:个|条|项|种|家|位)/);
const order = '一二三四五六七八九十';

/** 1-based choice out of a list: 第二个 → 2, 最后一个 → -1; a bare 「2」 or 「二」 only when a choice was asked for. */
export function ordinalIn(text: string, expecting: Expecting): number | undefined {
  if (/^(?:选|要|就)?(?:最后|末)(?:那|一)?(?:个|条|项|种)/.test(text)) return -1;
  const said = ordinalInside.exec(text) ?? (expecting === 'choice' ? ordinalWord.exec(text) : null);
  const word = text.length <= 12 ? said?.[1] : undefined;
  if (word === undefined) return undefined;
  return order.includes(word) ? order.indexOf(word) + 1 : Number(word);
}
