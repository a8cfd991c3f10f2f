import { View } from '@tarojs/components';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { useCommand } from '../../../../hooks/use-command';
import type { Meeting } from '../../deliberation/types';

/** Who was asked, who comes and who is there; those without a phone are signed in here. */
export function SeatsCard({ meeting: { id, seats, abilities } }: { meeting: Meeting }) {
  const sign = useCommand('forum.signInFor', '替他签到了');
  const may = abilities.includes('signFor');
  return (
    <Card title={`名单（${seats.length} 人）`}>
      {seats.map(({ personId, name, roleText, replyText, signedText }) => (
        <View key={personId ?? name} className="seat">
          <View className="seat-words">
            <View>{name}</View>
            <View className="small">{[roleText, signedText ?? replyText].join(' · ')}</View>
          </View>
          {signedText ? (
            <Chip>到了</Chip>
          ) : (
            may &&
            personId && (
              <Button
                kind="quiet"
                onTap={() => sign.mutate({ id, personId })}
                disabled={sign.isPending}
                label={`替${name}签到`}
              >
                替他签到
              </Button>
            )
          )}
        </View>
      ))}
    </Card>
  );
}
