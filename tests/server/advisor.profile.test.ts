import fs from 'node:fs';
import { as } from '../support/api';
import { desk } from '../support/desk';
import { home, make } from '../support/make';

const portrait = () => fs.readFileSync('prisma/data/photos/streetlight-after.jpg');
const words = { fields: ['婚姻家庭', '土地承包'], languages: ['普通话', '四川话'], intro: '做了十年乡村法律服务' };

describe('what residents read of an advisor', () => {
  it('is changed by the advisor, with a picture, and shown on the card', async () => {
    const advisor = await make.advisor();
    const lawyer = as(advisor.person);
    const { version } = await lawyer.ok('advisor.profile', {});
    const { body: photo } = await lawyer.upload(portrait());
    const saved = await lawyer.ok('advisor.saveProfile', { version, ...words, photoId: photo.id });
    expect(saved).toMatchObject({ ...words, version: version + 1 });

    const { items } = await as(make.person()).ok('advisors.mine', {});
    expect(items[0]).toMatchObject(words);
    expect((await fetch(`${desk().url}${items[0]!.photoUrl}`)).headers.get('content-type')).toBe('image/jpeg');

    const kept = await lawyer.ok('advisor.saveProfile', { version: saved.version, ...words });
    expect(kept.photoUrl).not.toBeNull();
    const without = await lawyer.ok('advisor.saveProfile', { version: kept.version, ...words, photoId: null });
    expect(without.photoUrl).toBeNull();
  });

  it('is nobody else’s to change, takes no picture of others and no old version', async () => {
    const advisor = await make.advisor();
    const lawyer = as(advisor.person);
    const { version } = await lawyer.ok('advisor.profile', {});
    const clerk = as(await make.staff('GRID_STAFF', home.grid));
    const { body: foreign } = await clerk.upload(portrait());
    const refused = async (who: typeof clerk, given: object) =>
      (await who.call('advisor.saveProfile', { version, ...words, ...given })).body.error?.code;
    expect(await refused(clerk, {})).toBe('forbidden');
    expect(await refused(lawyer, { photoId: foreign.id })).toBe('not_found');
    expect(await refused(lawyer, { version: version + 7 })).toBe('stale_version');
    expect(await refused(lawyer, { fields: [] })).toBe('invalid_input');
    expect(await refused(lawyer, { languages: ['<b>', ' '] })).toBe('invalid_input');
  });
});
