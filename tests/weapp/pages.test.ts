import { cast, deskUrl, signIn } from '../support/running-people';
import { openBundle } from '../support/weapp/bundle';
import { openPhone, type Phone } from '../support/weapp/phone';

jest.setTimeout(120_000);

const { pages } = openBundle();
/** Whose page it is: the workbench belongs to people with a post, the board, the letters and the talks to the centre. */
const ownerOf = (page: string) => {
  if (page.startsWith('packages/booking/pages/detail')) return cast.advisor;
  if (page === 'packages/law/pages/versions/index') return cast.gridStaff;
  if (page === 'packages/points/pages/counter/index') return cast.merchant;
  if (/forum\/pages\/meeting|staff\/pages\/(topic(s|-call|-task)|shop|codes|point-rules)/.test(page))
    return cast.gridLead;
  if (page === 'packages/points/pages/desk/index') return cast.reviewer;
  if (/claim-reviewers|points-batch/.test(page)) return cast.gridLead;
  if (page.includes('topic-questions')) return 'demo_zhou';
  if (!page.startsWith('packages/staff/')) return cast.resident;
  if (/supervision|pages\/report\//.test(page)) return cast.bureau;
  if (/visit|advisor-day|availability/.test(page)) return cast.advisor;
  return /board|letters|talk|moderation|data-requests|examples/.test(page) ? cast.seat : cast.gridStaff;
};

/** What the page is about: a ticket of the resident's that the grid's staff may see too, or a talk that waits for a person. */
async function subjectOf(page: string): Promise<string> {
  if (page.includes('pages/talk/')) {
    const seat = await signIn(cast.seat);
    const { items } = await seat.ask('workbench.conversations', {});
    return items[0]!.id;
  }
  if (/visit|packages\/booking\/pages\/detail/.test(page)) {
    const advisor = await signIn(cast.advisor);
    const { requests, items } = (await advisor.ask('advisor.agenda', {} as never)) as unknown as Record<
      string,
      { id: string }[]
    >;
    return [...(requests ?? []), ...(items ?? [])][0]!.id;
  }
  if (/forum\/pages\/meeting|topic-call|topic-task/.test(page))
    return (await (await signIn(cast.gridLead)).ask('forum.queue', { view: 'running' })).items[0]!.id;
  if (page.includes('points-batch')) return (await (await signIn(cast.gridLead)).ask('batches.list', {})).items[0]!.id;
  const resident = await signIn(cast.resident);
  if (page.startsWith('packages/points/')) return (await resident.ask('claims.mine', {})).items[0]!.id;
  if (page.startsWith('packages/law/')) {
    // Without imported laws there is none to open: the page says so.
    const { items: laws } = await resident.ask('laws.list', {});
    return laws[0]?.id ?? 'none';
  }
  if (page.startsWith('packages/forum/')) return (await resident.ask('forum.list', {})).items[0]!.id;
  const { items } = await resident.ask('tickets.list', {});
  return items[0]!.id;
}

/** Opens a page as WeChat does, lets it load, and gives back what can be read on it. */
async function read(phone: Phone, page: string, id: string): Promise<string> {
  phone.screens.reLaunch({ url: `/${page}?id=${id}` });
  await phone.settled();
  await phone.until(`${page} to show something`, () => phone.text().length > 0);
  await phone.settled();
  return phone.text();
}

describe('the built mini-program', () => {
  let phone: Phone;
  afterEach(() => phone.close());

  it.each(pages)('opens %s with something to read and nothing gone wrong', async (page) => {
    const id = await subjectOf(page);
    phone = await openPhone({ desk: deskUrl(), openid: ownerOf(page) });
    await phone.settled();
    const text = await read(phone, page, id);
    expect(text).not.toBe('');
    expect(text).not.toContain('重试');
    expect(phone.failures).toEqual([]);
  });

  it('gives each attribute to the right place: names, roles, touch feedback and scrolling', async () => {
    phone = await openPhone({ desk: deskUrl(), openid: cast.resident });
    await phone.until('the first screen', () => phone.has('报问题'));
    const { root } = phone.screens.top();
    const tappable = [...root.querySelectorAll('.tap')];
    expect(tappable.length).toBeGreaterThan(5);
    for (const one of tappable) {
      expect(one.getAttribute('hover-class')).toMatch(/^(tap-down|none)$/);
      expect(one.getAttribute('aria-role')).toMatch(/^(button|link|tab|radio|switch)$/);
      expect(one.getAttribute('aria-checked')).toMatch(/^(|true|false)$/);
    }
    expect(root.querySelector('wx-scroll-view')?.hasAttribute('scroll-y')).toBe(true);
    expect(root.querySelector('wx-input')?.getAttribute('placeholder')).not.toBe('');
  });
});
