import { openPage } from '../chat/choose';

const root = '/packages/points/pages';

export const goFamilyPoints = (): void => openPage(`${root}/family/index`);
export const goPointsRules = (): void => openPage(`${root}/rules/index`);
export const goPointsStatement = (): void => openPage(`${root}/statement/index`);
/** Opens the years that are over. */
export const goPointsYears = (): void => openPage(`${root}/years/index`);
/** Opens one claim. */
export const goClaim = (id: string): void => openPage(`${root}/claim/index?id=${id}`);
/** Opens the form to apply for points. */
export const goApply = (): void => openPage(`${root}/apply/index`);
/** Opens what a village shows before it counts. */
export const goPointsNotices = (): void => openPage(`${root}/notices/index`);
/** Opens the claims of those who check and judge. */
export const goClaimDesk = (): void => openPage(`${root}/desk/index`);
/** Opens the household: who belongs to it, and how it changes. */
export const goHousehold = (): void => openPage(`${root}/household/index`);
export const goShop = (): void => openPage(`${root}/shop/index`);
export const goPickups = (): void => openPage(`${root}/pickups/index`);
export const goCounter = (): void => openPage(`${root}/counter/index`);
