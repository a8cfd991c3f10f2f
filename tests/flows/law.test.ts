import { importLaws } from '#server/features/law/importing/import-laws';
import { readLawFolder } from '#server/features/law/importing/read-folder';
import { forgetLibrary } from '#server/features/law/index';
import { freeze } from '../support/clock';
import { asSystem } from '../support/desk';
import { folderOf, teaHouseLaw } from '../support/law-texts';
import { make } from '../support/make';
import { play } from './script';

beforeEach(() => {
  freeze('2026-11-23T10:00:00+08:00');
  forgetLibrary();
});

const stranger = () => make.person({ homeVillageCode: null });

describe('问法律', () => {
  const scripts: [string, string][] = [
    [
      'answers in plain words, says that it is for reference, and offers people',
      `说 老板拖欠工资违法吗
       答 仅供参考 [law]`,
    ],
    [
      'goes on with a short question: what it costs, where to go, what proves it',
      `说 老板不签合同能要双倍工资吗
       答 双倍 [law]
       说 那要好多钱嘛
       答 劳动仲裁 [law]
       说 去哪里办
       答 12333 [law]
       说 要带啥子证据
       答 聊天记录 [law]`,
    ],
    [
      'takes a new matter for a new question',
      `说 离婚冷静期多少天
       答 30 天 [law]
       说 邻居的狗咬人了要赔吗
       答 打疫苗 [law]`,
    ],
    [
      'books the advisor from the answer',
      `说 父母再婚了我还要给赡养费吗
       答 要养 [law]
       点 约律师
       答 哪个村 [place]`,
    ],
    [
      'answers a related question that is tapped',
      `说 父亲去世没立遗嘱，房子怎么分
       答 平均分 [law]
       点 父亲先走，孙子能不能继承爷爷
       答 由儿女的孩子顶上 [law]`,
    ],
    [
      'leaves criminal defence to people',
      `说 我儿子被公安抓了会判几年
       答 人身自由 [choice]`,
    ],
    [
      'asks whether a quarrel is a question or a matter to report, and answers the question',
      `说 离了婚他一分钱抚养费都不拿怎么办
       答 办哪一样 [choice]
       点 问法律
       答 仅供参考 [law]`,
    ],
    [
      'asks whether it was the question it knows, when it did not understand',
      `说 试用期最长好久
       答 试用期多长 [choice]
       说 是的
       答 最多一个月 [law]`,
    ],
    [
      'lets it be when it was another',
      `说 试用期最长好久
       答 试用期多长 [choice]
       点 不是
       答 `,
    ],
    [
      'answers in the words of the place, and again days later',
      `说 狗咬人犯不犯法
       答 打疫苗 [law]
       过 3 天
       说 宅基地能卖给城里人吗
       答 多半无效 [law]`,
    ],
    [
      'says that the rest hangs on the case when it knows no more',
      `说 彩礼能不能要回来
       答 禁止借婚姻索取财物 [law]
       说 那他要是耍赖嘛
       答 具体情况 [law]`,
    ],
    [
      'asks the same, and takes the matter up',
      `说 离了婚他一分钱抚养费都不拿怎么办
       答 办哪一样 [choice]
       说 报上来
       答 `,
    ],
    [
      'answers beside a report and goes on with it',
      `说 高桥村路灯不亮
       答 [photo]
       说 老板拖欠工资违法吗
       答 仅供参考 [law]
       答 照片 [photo]`,
    ],
  ];
  it.each(scripts)('%s', async (_title, script) => {
    await play(await stranger(), script);
  });

  it('names articles without texts, and links them once the law is loaded', async () => {
    const person = await stranger();
    const [, bare] = await play(person, '说 老板拖欠工资违法吗\n答 [law]');
    expect(bare?.card).toMatchObject({
      type: 'law',
      answer: {
        articles: expect.arrayContaining([expect.objectContaining({ lawId: null })]),
        note: expect.stringContaining('还没有装进'),
      },
    });
    await asSystem((ctx) =>
      importLaws(
        ctx,
        readLawFolder(
          folderOf({
            'a.json': { ...teaHouseLaw, short: '劳动合同法', articles: [{ no: 30, text: '（测试用条文）工资。' }] },
          }),
        ),
      ),
    );
    forgetLibrary();
    const [, linked] = await play(person, '说 老板拖欠工资违法吗\n答 [law]');
    expect(linked?.card).toMatchObject({
      answer: {
        articles: expect.arrayContaining([
          expect.objectContaining({ lawId: 'chaguan', no: 30, snippet: '（测试用条文）工资。' }),
        ]),
      },
    });
  });

  it('forgets the question after half an hour', async () => {
    const person = await stranger();
    const told = await play(person, '说 离婚冷静期多少天\n答 [law]\n过 40 分钟\n说 那要好多钱嘛\n答 ');
    expect(told.at(-1)?.card?.type).not.toBe('law');
  });
});
