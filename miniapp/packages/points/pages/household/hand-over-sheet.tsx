import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Sheet } from '../../../../components/sheet';
import { Tap } from '../../../../components/tap';
import { access } from '../../../../components/tap/access';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';

/** The headship goes to another grown-up of the family. */
export function HandOverSheet({
  people,
  onClose,
}: {
  people: readonly { id: string; name: string }[];
  onClose: () => void;
}) {
  const [personId, setPerson] = useState('');
  const handOver = useCommand('households.handOver', '换好了', true);
  return (
    <Sheet
      title="户主交给哪一位"
      onClose={onClose}
      foot={
        <Button
          onTap={() => handOver.mutate({ personId }, { onSuccess: onClose })}
          busy={handOver.isPending}
          disabled={personId === ''}
        >
          换户主
        </Button>
      }
    >
      <View className="fields" {...access({ role: 'radiogroup', label: '户主交给哪一位' })}>
        {people.map(({ id, name }) => (
          <Tap
            key={id}
            className={`goer ${id === personId ? 'goer-on' : ''}`}
            role="radio"
            checked={id === personId}
            label={id === personId ? `${name}，已选` : name}
            onTap={() => setPerson(id)}
          >
            <View>{name}</View>
            <View className="small">{id === personId ? '已选' : ''}</View>
          </Tap>
        ))}
        {handOver.error && <View className="field-problem">{sentenceOf(handOver.error)}</View>}
      </View>
    </Sheet>
  );
}
