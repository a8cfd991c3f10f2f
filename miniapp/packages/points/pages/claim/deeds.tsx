import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { useCommand } from '../../../../hooks/use-command';
import type { ClaimDetail } from '../../../../points/claim-line';
import { WordsSheet } from './words-sheet';

type Open = 'decline' | 'refuse' | 'recuse';

/** What this person can do to a claim now: the family, those who check it, those who judge it. */
export function Deeds({ claim }: { claim: ClaimDetail }) {
  const { id, version, abilities } = claim;
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const withdraw = useCommand('claims.withdraw', '撤回了');
  const accept = useCommand('claims.accept', '交给评议小组了');
  const decline = useCommand('claims.decline', '告诉这一户了', true);
  const vote = useCommand('claims.vote', '记下了', open !== undefined);
  const can = (ability: ClaimDetail['abilities'][number]) => abilities.includes(ability);
  if (!['withdraw', 'accept', 'vote'].some((one) => can(one as 'vote'))) return null;
  return (
    <Card>
      <View className="buttons">
        {can('accept') && (
          <>
            <Button onTap={() => accept.mutate({ id, version })} busy={accept.isPending}>
              核对过了，交评议
            </Button>
            <Button kind="plain" onTap={() => setOpen('decline')}>
              不交评议
            </Button>
          </>
        )}
        {can('vote') && (
          <>
            <Button onTap={() => vote.mutate({ ids: [id], choice: 'AGREE' })} busy={vote.isPending}>
              同意
            </Button>
            <Button kind="plain" onTap={() => setOpen('refuse')}>
              不同意
            </Button>
            <Button kind="quiet" onTap={() => setOpen('recuse')}>
              我是亲戚，回避
            </Button>
          </>
        )}
        {can('withdraw') && (
          <Button kind="plain" onTap={() => withdraw.mutate({ id, version })} busy={withdraw.isPending}>
            撤回申请
          </Button>
        )}
      </View>
      {open === 'decline' && (
        <WordsSheet
          title="不交评议"
          label="为什么"
          placeholder="比如：照片看不清是哪里，请补一张"
          deed="告诉这一户"
          command={decline}
          onSend={(reason) => decline.mutate({ id, version, reason }, { onSuccess: close })}
          onClose={close}
        />
      )}
      {open === 'refuse' && (
        <WordsSheet
          title="不同意"
          label="为什么（这一户会看到，不写您的名字）"
          placeholder="比如：那天只扫了自家门口"
          deed="投不同意"
          command={vote}
          onSend={(note) => vote.mutate({ ids: [id], choice: 'REFUSE', note }, { onSuccess: close })}
          onClose={close}
        />
      )}
      {open === 'recuse' && (
        <WordsSheet
          title="回避"
          label="您和这一户是什么关系"
          placeholder="比如：表兄弟、亲家"
          deed="不参加评议"
          least={2}
          command={vote}
          onSend={(note) => vote.mutate({ ids: [id], choice: 'RECUSE', note }, { onSuccess: close })}
          onClose={close}
        />
      )}
    </Card>
  );
}
