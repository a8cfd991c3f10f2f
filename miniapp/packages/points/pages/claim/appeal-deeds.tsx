import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { useCommand } from '../../../../hooks/use-command';
import type { ClaimDetail } from '../../../../points/claim-line';
import { WordsSheet } from './words-sheet';

type Open = 'keep' | 'recuse' | 'grant' | 'refuse';

const sheets = {
  keep: {
    title: '维持原来的结果',
    label: '为什么（这一户会看到，不写您的名字）',
    placeholder: '比如：三张照片都对得上',
    deed: '维持',
  },
  recuse: { title: '回避', label: '您和这一户是什么关系', placeholder: '比如：表兄弟、亲家', deed: '不参加复评' },
  grant: { title: '申诉成立', label: '复核的情况', placeholder: '比如：监控里不是这一户倒的', deed: '申诉成立' },
  refuse: { title: '维持原来的结果', label: '复核的情况', placeholder: '比如：提醒和照片都有，事情属实', deed: '维持' },
} as const;

/** What can be done with an appeal: by the family, by other reviewers, by the town. */
export function AppealDeeds({ appeal }: { appeal: NonNullable<ClaimDetail['appeal']> }) {
  const { id, version, abilities, votes } = appeal;
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const raise = useCommand('claims.raiseAppeal', '交给镇街了');
  const withdraw = useCommand('claims.withdrawAppeal', '撤回了');
  const judge = useCommand('claims.judgeAppeal', '记下了', open !== undefined);
  const decide = useCommand('claims.decideAppeal', '告诉这一户了', true);
  const send = (words: string) => {
    if (open === 'grant' || open === 'refuse')
      decide.mutate({ id, version, isGranted: open === 'grant', answer: words }, { onSuccess: close });
    else judge.mutate({ id, choice: open === 'recuse' ? 'RECUSE' : 'REFUSE', note: words }, { onSuccess: close });
  };
  if (abilities.length === 0) return null;
  return (
    <View className="buttons claim-block">
      {abilities.includes('judge') && votes && (
        <>
          <View className="second">
            {votes.eligible} 位没有经手过的评议员来评，已经投了 {votes.agree + votes.refuse} 票
          </View>
          <Button onTap={() => judge.mutate({ id, choice: 'AGREE' })} busy={judge.isPending}>
            支持申诉
          </Button>
          <Button kind="plain" onTap={() => setOpen('keep')}>
            维持原来的结果
          </Button>
          <Button kind="quiet" onTap={() => setOpen('recuse')}>
            我是亲戚，回避
          </Button>
        </>
      )}
      {abilities.includes('decide') && (
        <>
          <Button onTap={() => setOpen('grant')}>申诉成立</Button>
          <Button kind="plain" onTap={() => setOpen('refuse')}>
            维持原来的结果
          </Button>
        </>
      )}
      {abilities.includes('raise') && (
        <Button onTap={() => raise.mutate({ id, version })} busy={raise.isPending}>
          请镇街复核
        </Button>
      )}
      {abilities.includes('withdraw') && (
        <Button kind="quiet" onTap={() => withdraw.mutate({ id, version })} busy={withdraw.isPending}>
          撤回申诉
        </Button>
      )}
      {open && (
        <WordsSheet
          {...sheets[open]}
          least={open === 'recuse' ? 2 : 4}
          command={open === 'grant' || open === 'refuse' ? decide : judge}
          onSend={send}
          onClose={close}
        />
      )}
    </View>
  );
}
