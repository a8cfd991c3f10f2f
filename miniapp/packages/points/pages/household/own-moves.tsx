import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { useCommand } from '../../../../hooks/use-command';
import { type HouseholdMove, MoveCard } from '../../../../points/move-card';
import { RefuseSheet } from '../../../../points/refuse-sheet';

export type Mine = Output<'households.mine'>;

/** What goes on about the household, with what this person may do about it. */
export function OwnMoves({ moves }: { moves: readonly HouseholdMove[] }) {
  if (moves.length === 0) return null;
  return (
    <>
      <View className="strong">正在办的和办过的</View>
      {moves.map((move) => (
        <OwnMove key={move.id} move={move} />
      ))}
    </>
  );
}

function OwnMove({ move }: { move: HouseholdMove }) {
  const { id, abilities, text } = move;
  const consent = useCommand('households.consent', '同意了');
  const withdraw = useCommand('households.withdraw', '撤回了');
  const decide = useCommand('households.decide', '让他入户了');
  const [refusing, setRefusing] = useState(false);
  return (
    <MoveCard move={move}>
      {abilities.length > 0 && (
        <View className="buttons household-deeds">
          {abilities.includes('consent') && (
            <Button onTap={() => consent.mutate({ id })} busy={consent.isPending} label={`我同意：${text}`}>
              我同意
            </Button>
          )}
          {abilities.includes('grant') && (
            <Button
              onTap={() => decide.mutate({ id, isGranted: true })}
              busy={decide.isPending}
              label={`是自己家的人：${text}`}
            >
              是自己家的人
            </Button>
          )}
          {abilities.includes('refuse') && (
            <Button kind="plain" onTap={() => setRefusing(true)} label={`不同意：${text}`}>
              不同意
            </Button>
          )}
          {abilities.includes('withdraw') && (
            <Button
              kind="quiet"
              onTap={() => withdraw.mutate({ id })}
              busy={withdraw.isPending}
              label={`撤回：${text}`}
            >
              撤回
            </Button>
          )}
        </View>
      )}
      {refusing && <RefuseSheet id={id} onClose={() => setRefusing(false)} />}
    </MoveCard>
  );
}
