import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Sheet } from '../../../../components/sheet';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import { ChoiceList } from '../../components/choice-list';
import { type Household, HouseholdChoice } from '../../components/household-choice';

/** Who speaks for a household: named by the staff of the place, one of its grown-ups. */
export function HeadSheet({ onClose }: { onClose: () => void }) {
  const [household, setHousehold] = useState<Household>();
  const [personId, setPerson] = useState('');
  const name = useCommand('households.nameHead', '登记了', true);
  const choose = (next: Household) => {
    setHousehold(next);
    setPerson('');
  };
  return (
    <Sheet
      title="登记或更换户主"
      onClose={onClose}
      foot={
        <Button
          onTap={() => household && name.mutate({ householdId: household.id, personId }, { onSuccess: onClose })}
          busy={name.isPending}
          disabled={personId === ''}
        >
          登记户主
        </Button>
      }
    >
      <HouseholdChoice chosen={household?.id ?? ''} onChoose={choose} />
      {household && (
        <ChoiceList
          label="户主是哪一位"
          choices={household.members.map((member) => ({ key: member.id, name: member.name }))}
          chosen={personId}
          onChoose={setPerson}
        />
      )}
      {name.error && <View className="field-problem">{sentenceOf(name.error)}</View>}
    </Sheet>
  );
}
