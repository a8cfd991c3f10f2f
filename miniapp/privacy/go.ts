import { openPage } from '../chat/choose';

/** Opens what the desk holds about this person and what may be asked about it. */
export const goPrivacy = (): void => openPage('/packages/privacy/pages/mine/index');
