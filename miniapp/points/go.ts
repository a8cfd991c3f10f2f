import { openPage } from '../chat/choose';

export const goFamilyPoints = (): void => openPage('/packages/points/pages/family/index');
export const goPointsRules = (): void => openPage('/packages/points/pages/rules/index');
export const goPointsStatement = (): void => openPage('/packages/points/pages/statement/index');
export const goShop = (): void => openPage('/packages/points/pages/shop/index');
export const goPickups = (): void => openPage('/packages/points/pages/pickups/index');
export const goCounter = (): void => openPage('/packages/points/pages/counter/index');
