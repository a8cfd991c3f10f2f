import { View } from '@tarojs/components';
import type { Output } from '#shared/contract';
import { Card } from '../components/card';
import { Chip, type ChipTone } from '../components/chip';
import { Tap } from '../components/tap';
import { goClaim } from './go';
import './points.scss';

export type Claim = Output<'claims.mine'>['items'][number];
export type ClaimDetail = Output<'claims.get'>;

const tones: Readonly<Record<Claim['state'], ChipTone>> = {
  PROPOSED: 'amber',
  REVIEW: 'amber',
  NOTICE: 'jade',
  BOOKED: 'jade',
  REJECTED: 'red',
  WITHDRAWN: 'neutral',
  REVERSED: 'neutral',
};

export const claimTone = ({ state, isLate }: Pick<Claim, 'state' | 'isLate'>): ChipTone =>
  isLate ? 'red' : tones[state];

/** Points with their sign: +5, −2. */
export const signedPoints = (points: number): string => (points < 0 ? `−${-points}` : `+${points}`);

/** One claim in a list: what it is, its points, and where it stands. `household` names the family too, for those who work on it. */
export function ClaimLine({ claim, household }: { claim: Claim; household?: boolean }) {
  const { id, ruleTitle, points, stateText, headline, householdName, householdCode, happenedText } = claim;
  return (
    <Tap onTap={() => goClaim(id)} role="link">
      <Card tight>
        <View className="claim-head">
          <View className="strong claim-title">{ruleTitle}</View>
          <View className={points < 0 ? 'points-value points-less' : 'points-value'}>{signedPoints(points)}</View>
        </View>
        <View className="claim-state">
          <Chip tone={claimTone(claim)}>{stateText}</Chip>
          <View className="second claim-title">{headline}</View>
        </View>
        <View className="small">
          {[household ? `${householdName}（${householdCode}）` : '', `${happenedText}的事`].filter(Boolean).join(' · ')}
        </View>
      </Card>
    </Tap>
  );
}
