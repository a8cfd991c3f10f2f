import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { useCommand } from '../../../../hooks/use-command';
import { HandOverSheet } from './hand-over-sheet';
import { InviteSheet } from './invite-sheet';
import { MergeSheet } from './merge-sheet';
import { type Mine, OwnMoves } from './own-moves';
import { RelocateSheet } from './relocate-sheet';
import { SplitSheet } from './split-sheet';

type Sheet = 'invite' | 'split' | 'merge' | 'relocate' | 'handOver';

/** The household of whoever looks: its people, what goes on, and what may be asked for. */
export function HouseholdView({ mine }: { mine: Mine }) {
  const { household, isHead, isMinor, moves } = mine;
  const [open, setOpen] = useState<Sheet>();
  const leave = useCommand('households.leave', '退出了');
  if (!household) return null;
  const { name, code, placeLabel, members } = household;
  const others = members.filter((member) => !member.isMe && !member.isMinor);
  const hasHead = members.some((member) => member.isHead);
  const close = () => setOpen(undefined);
  const ask = async () => {
    const { confirm } = await Taro.showModal({
      title: `退出${name}吗`,
      content: '积分留在户里，您带不走。要带走一份，请办分户。',
      confirmText: '退出',
      cancelText: '再想想',
    });
    if (confirm) leave.mutate({});
  };
  return (
    <>
      <Card>
        <View className="strong">{name}</View>
        <View className="small">
          {placeLabel} · 户号 {code}
        </View>
        <View className="household-deeds">
          {members.map((member) => (
            <View key={member.id} className="member">
              <View className="member-name">{member.name}</View>
              {member.isMe && <Chip tone="neutral">我</Chip>}
              {member.isHead && <Chip>户主</Chip>}
              {member.isMinor && <Chip tone="neutral">未成年</Chip>}
            </View>
          ))}
        </View>
      </Card>
      {!hasHead && (
        <View className="claim-warn">这一户还没有登记户主，请网格员登记。登记以后才能请人、分户、并户、迁户。</View>
      )}
      {isHead && <Button onTap={() => setOpen('invite')}>请家里人加入</Button>}
      <OwnMoves moves={moves} />
      {hasHead && !isMinor && (
        <>
          {members.filter((member) => !member.isMinor).length > 1 && (
            <Button kind="plain" onTap={() => setOpen('split')}>
              分户
            </Button>
          )}
          {isHead && (
            <>
              <Button kind="plain" onTap={() => setOpen('merge')}>
                并到另一户
              </Button>
              <Button kind="plain" onTap={() => setOpen('relocate')}>
                搬到别的村（社区）
              </Button>
              {others.length > 0 && (
                <Button kind="plain" onTap={() => setOpen('handOver')}>
                  换户主
                </Button>
              )}
            </>
          )}
        </>
      )}
      {!isHead && members.length > 1 && (
        <Button kind="quiet" onTap={() => void ask()} busy={leave.isPending}>
          退出这一户
        </Button>
      )}
      <View className="small">未满 18 岁的家里人不记分，也不在任何名单上出现。</View>
      {open === 'invite' && <InviteSheet onClose={close} />}
      {open === 'split' && <SplitSheet household={household} onClose={close} />}
      {open === 'merge' && <MergeSheet household={household} onClose={close} />}
      {open === 'relocate' && <RelocateSheet household={household} onClose={close} />}
      {open === 'handOver' && <HandOverSheet people={others} onClose={close} />}
    </>
  );
}
