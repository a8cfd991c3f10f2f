import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Output } from '#shared/contract';
import { Card } from '../components/card';
import { Chip, type ChipTone } from '../components/chip';
import './points.scss';

export type HouseholdMove = Output<'households.decide'>;

const tones: Readonly<Record<HouseholdMove['state'], ChipTone>> = {
  ...{ OPEN: 'amber', DONE: 'jade', REFUSED: 'red', WITHDRAWN: 'neutral' },
};

/** A change of a household: who wants what, what becomes of the points, whom it waits for. `children` are its buttons. */
export function MoveCard({ move, children }: { move: HouseholdMove; children?: ReactNode }) {
  const { kindText, state, stateText, text, note, reason, pointsText, waitingFor, askedText, placeLabel } = move;
  return (
    <Card tight>
      <View className="claim-head">
        <View className="strong claim-title">{text}</View>
        <Chip tone={tones[state]}>{stateText}</Chip>
      </View>
      {pointsText && <View className="second">积分：{pointsText}</View>}
      {note && <View className="second">{note}</View>}
      {waitingFor.length > 0 && <View className="second">还等{waitingFor.join('、')}同意</View>}
      {reason && <View className="claim-note">{reason}</View>}
      <View className="small">{[kindText, placeLabel, askedText].join(' · ')}</View>
      {children}
    </Card>
  );
}
