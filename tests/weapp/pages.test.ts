import { cast, deskUrl, type Person, signIn } from '../support/running-people';
import { openBundle } from '../support/weapp/bundle';
import { openPhone, type Phone } from '../support/weapp/phone';

jest.setTimeout(120_000);

const { pages } = openBundle();
const staffPages = pages.filter((page) => page.startsWith('packages/staff/'));
const everyonesPages = pages.filter((page) => !staffPages.includes(page));

/** Opens a page as WeChat does, lets it load, and gives back what can be read on it. */
async function read(phone: Phone, page: string, id: string): Promise<string> {
  phone.screens.reLaunch({ url: `/${page}?id=${id}` });
  await phone.settled();
  await phone.until(`${page} to show something`, () => phone.text().length > 0);
  await phone.settled();
  return phone.text();
}

/** A ticket that both the resident who reported it and the grid's staff may see. */
async function someTicket(resident: Person): Promise<string> {
  for (const state of ['open', 'done'] as const) {
    const { items } = await resident.ask('tickets.list', { state });
    if (items[0]) return items[0].id;
  }
  throw new Error('the demonstration resident has no ticket');
}

describe.each([
  { who: 'a resident', openid: cast.resident, shown: everyonesPages },
  {
    who: 'the staff of a grid',
    openid: cast.gridStaff,
    shown: staffPages.filter((page) => !/board|letters|talk/.test(page)),
  },
  { who: 'a seat of the centre', openid: cast.seat, shown: staffPages.filter((page) => /board|talk/.test(page)) },
])('the built mini-program in the hands of $who', ({ openid, shown }) => {
  let phone: Phone;
  let id: string;
  beforeAll(async () => {
    id = await someTicket(await signIn(cast.resident));
    phone = await openPhone({ desk: deskUrl(), openid });
    await phone.settled();
  });
  afterAll(() => phone.close());
  afterEach(() => phone.failures.splice(0));

  it.each(shown)('opens %s with something to read and nothing gone wrong', async (page) => {
    const text = await read(phone, page, id);
    expect(text).not.toBe('');
    expect(text).not.toContain('重试');
    expect(phone.failures).toEqual([]);
  });
});
