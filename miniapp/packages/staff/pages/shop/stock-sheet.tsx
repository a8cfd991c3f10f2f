import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Segments } from '../../../../components/segments';
import { Sheet } from '../../../../components/sheet';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import type { Good } from './shelf';

/** Goods that came in, or that are fewer than the list says; with the reason. What families have reserved is not in the stock. */
export function StockSheet({ good, onClose }: { good: Good; onClose: () => void }) {
  const [way, setWay] = useState<'in' | 'out'>('in');
  const [count, setCount] = useState('');
  const [note, setNote] = useState('');
  const stock = useCommand('shop.stock', '库存改好了', true);
  const isCount = /^[1-9]\d{0,3}$/.test(count.trim());
  const send = () =>
    stock.mutate(
      { goodId: good.id, change: (way === 'in' ? 1 : -1) * Number(count), note: note.trim() },
      { onSuccess: onClose },
    );
  return (
    <Sheet
      title={`${good.name}现在 ${good.stock} 件`}
      onClose={onClose}
      foot={
        <Button onTap={send} busy={stock.isPending} disabled={!isCount || note.trim().length < 2}>
          改库存
        </Button>
      }
    >
      <View className="fields">
        <Segments
          items={[
            { value: 'in', label: '进货，加' },
            { value: 'out', label: '盘点，减' },
          ]}
          answers="加还是减"
          value={way}
          onChange={setWay}
        />
        <Field label="几件" value={count} onChange={setCount} type="number" max={4} />
        <Field
          label="怎么回事"
          value={note}
          onChange={setNote}
          placeholder={way === 'in' ? '比如 十一月进货' : '比如 受潮坏了两袋'}
          max={60}
          problem={stock.error ? `${sentenceOf(stock.error)}，您写的还在` : undefined}
        />
        <View className="small">已经换走、等人来领的不在库存里。</View>
      </View>
    </Sheet>
  );
}
