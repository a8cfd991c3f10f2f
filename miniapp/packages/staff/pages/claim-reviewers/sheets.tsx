import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Sheet } from '../../../../components/sheet';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import { ChoiceList } from '../../components/choice-list';
import { type Household, HouseholdChoice } from '../../components/household-choice';

/** Chooses a villager by household. */
export function AppointSheet({ villageCode, onClose }: { villageCode: string; onClose: () => void }) {
  const [household, setHousehold] = useState<Household>();
  const [personId, setPerson] = useState('');
  const appoint = useCommand('claims.appointReviewer', '加进评议小组了', true);
  const choose = (next: Household) => {
    setHousehold(next);
    setPerson(next.members.length === 1 ? (next.members[0]?.id ?? '') : '');
  };
  return (
    <Sheet
      title="请一位村民加入"
      onClose={onClose}
      foot={
        <Button
          onTap={() => appoint.mutate({ villageCode, personId }, { onSuccess: onClose })}
          busy={appoint.isPending}
          disabled={personId === ''}
        >
          加入评议小组
        </Button>
      }
    >
      <HouseholdChoice chosen={household?.id ?? ''} onChoose={choose} />
      {household && (
        <ChoiceList
          label="哪一位"
          choices={household.members.map(({ id, name }) => ({ key: id, name }))}
          chosen={personId}
          onChoose={setPerson}
        />
      )}
      {appoint.error && <View className="field-problem">{sentenceOf(appoint.error)}</View>}
    </Sheet>
  );
}

/** Writes down whom a reviewer does not judge. */
export function KinSheet({ personId, name, onClose }: { personId: string; name: string; onClose: () => void }) {
  const [household, setHousehold] = useState<Household>();
  const [relation, setRelation] = useState('');
  const declare = useCommand('claims.declareKin', '登记了', true);
  const send = () =>
    household &&
    declare.mutate({ personId, householdId: household.id, relation: relation.trim() }, { onSuccess: onClose });
  return (
    <Sheet
      title={`${name}和哪一户是亲戚`}
      onClose={onClose}
      foot={
        <Button onTap={send} busy={declare.isPending} disabled={!household || relation.trim().length < 2}>
          登记
        </Button>
      }
    >
      <HouseholdChoice chosen={household?.id ?? ''} onChoose={setHousehold} />
      <Field
        label="什么关系"
        value={relation}
        onChange={setRelation}
        placeholder="比如：亲家、表兄弟"
        max={30}
        problem={declare.error ? sentenceOf(declare.error) : undefined}
      />
      <View className="small">登记以后他不再评这一户；正在评的、公示的，他投过的票作废，重新评议。</View>
    </Sheet>
  );
}
