import { freeze } from '../support/clock';
import { make } from '../support/make';
import { play } from './script';

beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

describe('问办事', () => {
  it.each([
    ['办身份证要带什么材料', '户口簿'],
    ['补办身份证去哪里办', '派出所'],
    ['医保怎么交', '12393'],
    ['办营业执照要什么手续', '政务服务中心'],
    ['居住证在哪里办', '派出所'],
  ])('%s', async (words, answer) => {
    await play(await make.person({ homeVillageCode: null }), `说 ${words}\n答 ${answer} [choice]`);
  });

  it('says that it does not know, and who does', async () => {
    await play(await make.person({ homeVillageCode: null }), '说 办护照要带什么材料\n答 12345 [later]');
  });
});
