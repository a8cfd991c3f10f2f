import { randomUUID } from 'node:crypto';
import { deskUrl } from '../support/running-people';
import { openPhone, type Phone } from '../support/weapp/phone';

jest.setTimeout(120_000);

let phone: Phone;
beforeEach(async () => {
  phone = await openPhone({ desk: deskUrl(), openid: `test_${randomUUID()}` });
});
afterEach(() => phone.close());

const say = async (text: string) => {
  await phone.type('说说您遇到的事', text);
  await phone.tap('发送');
  await phone.settled();
};

describe('the main job in the built mini-program', () => {
  it('takes a report by typing and tapping and shows it under 我的事', async () => {
    await phone.until('the greeting', () => phone.text().includes('报问题'));
    await say('我家门口路灯坏了一个星期没人修');
    await say('李庄镇高桥村三组村口');
    await phone.tap('没有照片');
    await phone.tap('报上去');
    await phone.settled();
    await phone.until('the ticket', () => /报上去了，编号 CP\d{8}-\d+/.test(phone.text()));

    phone.screens.switchTab({ url: '/pages/mine/index' });
    await phone.until('the ticket among my matters', () => /路灯/.test(phone.text()));
    expect(phone.failures).toEqual([]);
  });

  it('has one effect however often a button is tapped', async () => {
    await phone.until('the greeting', () => phone.text().includes('报问题'));
    await phone.tap('报问题');
    await phone.tap('报问题');
    await phone.settled();
    expect(phone.text().match(/您遇到/g)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(phone.failures).toEqual([]);
  });
});
