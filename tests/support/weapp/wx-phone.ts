import { randomUUID } from 'node:crypto';
import type { Screens } from './screens';
import { aboutThePhone, answers, createWx, wxStorage } from './wx';
import type { wxNetwork } from './wx-network';

export interface Deed {
  name: string;
  options: unknown;
}

interface Ground {
  screens(): Screens;
  network: ReturnType<typeof wxNetwork>;
  /** Bytes by temporary path: what the album offers. */
  album: Map<string, Uint8Array>;
  openid: string;
  location: { longitude: number; latitude: number; name: string; address: string } | undefined;
  deeds: Deed[];
  failed(what: string): void;
}

const shown = ['showToast', 'makePhoneCall', 'setClipboardData', 'previewImage', 'openPrivacyContract', 'openDocument'];
const unseen = ['stopPullDownRefresh', 'pageScrollTo', 'hideKeyboard', 'hideToast', 'setNavigationBarTitle'];
const moves = ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch', 'navigateBack'] as const;
const refused = (reason: string) => {
  throw new Error(reason);
};

/** The `wx` of a phone whose owner agrees to everything; what would show outside the page is noted in `deeds`. */
export function wxOfPhone({ screens, network, album, openid, location, deeds, failed }: Ground): object {
  const each = <T extends string>(names: readonly T[], call: (name: T) => unknown) =>
    Object.fromEntries(names.map((name) => [name, call(name)]));
  return createWx(
    {
      ...aboutThePhone,
      ...wxStorage(),
      ...network.api,
      ...each(unseen, (name) => answers(name, () => undefined)),
      ...each(shown, (name) =>
        answers(name, (options) => {
          deeds.push({ name, options });
          return undefined;
        }),
      ),
      ...each(moves, (name) => answers<{ url?: string; delta?: number }>(name, (options) => screens()[name](options))),
      login: answers('login', () => ({ code: `demo-${openid}.${randomUUID()}` })),
      chooseMedia: answers<{ count?: number }>('chooseMedia', ({ count = 9 }) => {
        const chosen = [...album].slice(0, count);
        const tempFiles = chosen.map(([tempFilePath, bytes]) => ({ tempFilePath, size: bytes.length }));
        return tempFiles.length > 0 ? { tempFiles, type: 'image' } : refused('cancel');
      }),
      chooseLocation: answers('chooseLocation', () => location ?? refused('cancel')),
      requestSubscribeMessage: answers<{ tmplIds: string[] }>('requestSubscribeMessage', ({ tmplIds }) =>
        Object.fromEntries(tmplIds.map((id) => [id, 'accept'])),
      ),
      onNeedPrivacyAuthorization: () => undefined,
      nextTick: (work: unknown) => void setTimeout(work as () => void),
      createSelectorQuery: () => screens().top().caller.createSelectorQuery(),
    },
    failed,
  );
}
