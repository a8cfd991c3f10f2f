import { View } from '@tarojs/components';
import { Pills } from '../../../booking/pills';
import { disputeTypes } from '../../../booking/words';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Sheet } from '../../../components/sheet';
import type { Matter } from '../model/request';

export interface MatterSheetProps {
  matter: Matter;
  onChange: (part: Partial<Matter>) => void;
  onClose: () => void;
}

/** What it is about in one sentence, its kind, and who the other side is, so that the advisor can step aside in time. */
export function MatterSheet({ matter, onChange, onClose }: MatterSheetProps) {
  return (
    <Sheet title="什么事" onClose={onClose} foot={<Button onTap={onClose}>好了</Button>}>
      <Field
        label="用一句话说说"
        value={matter.matter}
        onChange={(text) => onChange({ matter: text })}
        placeholder="比如：离婚后孩子跟谁"
        max={200}
        long
      />
      <Pills
        label="算哪一类（不清楚就选其他）"
        items={disputeTypes}
        value={matter.disputeType}
        onChange={(disputeType) => onChange({ disputeType })}
      />
      <Field
        label="对方是谁（可不写）"
        value={matter.otherParty}
        onChange={(otherParty) => onChange({ otherParty })}
        placeholder="姓名或单位"
        max={40}
      />
      <View className="small">写了对方，能先看看这位律师要不要回避。名字不会给别人看。</View>
    </Sheet>
  );
}
