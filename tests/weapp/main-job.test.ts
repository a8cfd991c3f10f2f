import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { deskUrl } from '../support/running-people';
import { openPhone, type Phone } from '../support/weapp/phone';

jest.setTimeout(120_000);

/** In the 4th grid of 花古社区, far from where the other tests on this desk report anything. */
const location = { longitude: 104.637, latitude: 29.18605, name: '花古社区活动中心', address: '' };

let phone: Phone;
beforeEach(async () => {
  const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#57606A' } })
    .jpeg()
    .toBuffer();
  phone = await openPhone({ desk: deskUrl(), openid: `test_${randomUUID()}`, album: [photo], location });
  await phone.until('the greeting', () => phone.has('报问题'));
});
afterEach(() => phone.close());

const say = async (text: string) => {
  await phone.type('说说您遇到的事', text);
  await phone.tap('发送');
  await phone.settled();
};

describe('the main job in the built mini-program', () => {
  it('takes a report by typing and tapping, and shows the ticket under 我的事', async () => {
    await say('我家门口路灯坏了一个星期没人修');
    await phone.tap('在地图上指');
    await phone.tap('没有照片');
    await phone.tap('报上去');
    await phone.until('the ticket', () => /报上去了，编号 CP\d{8}-\d+/.test(phone.text()));
    const [number] = phone.text().match(/CP\d{8}-\d+/) ?? [];

    phone.screens.switchTab({ url: '/pages/mine/index' });
    await phone.tap(/路灯坏了/);
    await phone.until('the whole story of it', () => phone.text().includes(`编号${number}`));
    expect(phone.screens.paths()).toEqual(['pages/mine/index', 'packages/ticket/pages/detail/index']);
    expect(phone.failures).toEqual([]);
  });

  it('sends a photo from the album with the report', async () => {
    await say('小区门口的井盖破了');
    await phone.tap('在地图上指');
    await phone.tap('拍照或选照片');
    await phone.until('what will be sent', () => phone.has('报上去'));
    const photos = phone.screens.top().root.querySelectorAll('wx-image[src*="/files/"]');
    expect(photos.length).toBeGreaterThan(0);
    expect(phone.failures).toEqual([]);
  });

  it('says a thing once, however fast its button is tapped', async () => {
    await Promise.all([phone.tap('转人工'), phone.tap('转人工')]);
    await phone.settled();
    expect(phone.screens.top().root.querySelectorAll('.said-own .bubble')).toHaveLength(1);
    expect(phone.failures).toEqual([]);
  });
});
