import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Segments } from '../../../../components/segments';
import { Sheet } from '../../../../components/sheet';
import { Tap } from '../../../../components/tap';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import type { Mine } from './own-moves';

const ways = [
  { value: 'rule', label: '按村里规则' },
  { value: 'agreed', label: '全家商定' },
] as const;

/** Who goes, what the new household is called, and what of the points goes along. */
export function SplitSheet({ household, onClose }: { household: NonNullable<Mine['household']>; onClose: () => void }) {
  const [personIds, setPeople] = useState<readonly string[]>([]);
  const [name, setName] = useState('');
  const [way, setWay] = useState<(typeof ways)[number]['value']>('rule');
  const [points, setPoints] = useState('');
  const split = useCommand('households.split', '交上去了，等家里人同意、网格员确认', true);
  const { members, balance, splitText } = household;
  const agreed = way === 'agreed' ? Number(points) : undefined;
  const isFit = personIds.length > 0 && name.trim().length >= 2 && (way === 'rule' || /^\d+$/.test(points));
  const toggle = (id: string) =>
    setPeople(personIds.includes(id) ? personIds.filter((one) => one !== id) : [...personIds, id]);
  const send = () =>
    split.mutate(
      { name: name.trim(), personIds: [...personIds], ...(agreed !== undefined && { points: agreed }) },
      { onSuccess: onClose },
    );
  return (
    <Sheet
      title="分户"
      onClose={onClose}
      foot={
        <Button onTap={send} busy={split.isPending} disabled={!isFit}>
          申请分户
        </Button>
      }
    >
      <View className="fields">
        <View className="field-label">谁分出去</View>
        {members
          .filter(({ isHead }) => !isHead)
          .map(({ id, name: who, isMe, isMinor }) => {
            const on = personIds.includes(id);
            return (
              <Tap
                key={id}
                className={`goer ${on ? 'goer-on' : ''}`}
                role="checkbox"
                checked={on}
                label={on ? `${who}，分出去` : who}
                onTap={() => toggle(id)}
              >
                <View>{who}</View>
                <View className="small">{on ? '分出去' : isMe ? '我' : isMinor ? '未成年' : ''}</View>
              </Tap>
            );
          })}
        <View className="small">户主留在原来的户；户主要分出去，先换户主。</View>
        <Field label="新户叫什么" value={name} onChange={setName} placeholder="比如：李小军家" max={20} />
        <View className="field-label">积分怎么分（现在 {balance} 分）</View>
        <Segments items={ways} answers="积分怎么分" value={way} onChange={setWay} />
        {way === 'rule' ? (
          <View className="second">{splitText}</View>
        ) : (
          <>
            <Field
              label="分走多少分"
              value={points}
              onChange={setPoints}
              placeholder={`0 到 ${balance}`}
              type="number"
              max={6}
            />
            <View className="small">全家的大人都要同意。</View>
          </>
        )}
        {split.error && <View className="field-problem">{sentenceOf(split.error)}，您填的还在</View>}
      </View>
    </Sheet>
  );
}
