import { openPage } from '../chat/choose';

export const goFamilyPoints = (): void => openPage('/packages/points/pages/family/index');
export const goPointsRules = (): void => openPage('/packages/points/pages/rules/index');
export const goPointsStatement = (): void => openPage('/packages/points/pages/statement/index');
