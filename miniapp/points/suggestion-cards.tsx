import { View } from '@tarojs/components';
import { Button } from '../components/button';
import { Card } from '../components/card';
import { useApi } from '../hooks/use-api';
import { useCommand } from '../hooks/use-command';
import { goClaim } from './go';
import { PointsLine } from './points-line';

/** What was done elsewhere and may bring points; a tap applies for it, and what was done there is the evidence. */
export function SuggestionCards({ of }: { of: 'family' | 'care' }) {
  const { data } = useApi('claims.suggestions', { of });
  const take = useCommand('claims.takeSuggestion', '交上去了');
  const dismiss = useCommand('claims.dismissSuggestion', '好的，不申请了');
  if (!data || data.items.length === 0) return null;
  return (
    <>
      <View className="strong">可以申请加分的</View>
      {data.items.map(({ id, text, ruleTitle, pointsText, householdName, householdCode, atText }) => (
        <Card key={id} tight>
          <PointsLine
            text={ruleTitle}
            value={pointsText}
            note={[of === 'care' ? `${householdName}（${householdCode}）` : '', text, atText]
              .filter(Boolean)
              .join(' · ')}
          />
          <View className="buttons">
            <Button
              kind="plain"
              onTap={() => take.mutate({ id }, { onSuccess: (claim) => goClaim(claim.id) })}
              busy={take.isPending}
              label={`为${ruleTitle}申请加分`}
            >
              申请加分
            </Button>
            <Button
              kind="quiet"
              onTap={() => dismiss.mutate({ id })}
              busy={dismiss.isPending}
              label={`${ruleTitle}不申请`}
            >
              不用了
            </Button>
          </View>
        </Card>
      ))}
    </>
  );
}
