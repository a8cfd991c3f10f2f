import { closeDesk, openDesk, resetDesk } from './desk';

jest.setTimeout(30_000);

const complain = jest.spyOn(console, 'error');
beforeAll(openDesk);
beforeEach(async () => {
  complain.mockClear();
  await resetDesk();
});
afterEach(() => expect(complain).not.toHaveBeenCalled());
afterAll(closeDesk);
