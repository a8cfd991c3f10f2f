import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Sheet } from '../../../../components/sheet';
import { useCommand } from '../../../../hooks/use-command';

/** Shows a resident's phone number after a reason was given. The reason is kept on record with who asked. */
export function RevealSheet({
  ticketId,
  onClose,
  onShown,
}: {
  ticketId: string;
  onClose: () => void;
  onShown: (phone: string) => void;
}) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand('tickets.reveal');
  const problem = reason.trim().length < 2 ? '请写明为什么要看' : undefined;
  const phone = command.data?.phone;

  const show = () => {
    setTried(true);
    if (problem) return;
    command.mutate(
      { id: ticketId, reason: reason.trim() },
      { onSuccess: (seen) => onShown(seen.phone ?? '没有留电话') },
    );
  };

  if (command.data) {
    return (
      <Sheet
        title={command.data.name}
        onClose={onClose}
        foot={
          phone ? (
            <Button icon="phone" onTap={() => void Taro.makePhoneCall({ phoneNumber: phone })}>
              打电话
            </Button>
          ) : undefined
        }
      >
        <View className="case-title">{phone ?? '没有留电话'}</View>
        <View className="second">您的理由已经记录。</View>
      </Sheet>
    );
  }
  return (
    <Sheet
      title="查看居民电话"
      onClose={onClose}
      foot={
        <Button onTap={show} busy={command.isPending}>
          查看
        </Button>
      }
    >
      <View className="second">谁看过、为什么看，都会记录下来。</View>
      <Field
        label="理由"
        value={reason}
        onChange={setReason}
        placeholder="例如：联系居民约时间上门"
        max={500}
        problem={tried ? problem : undefined}
        long
      />
    </Sheet>
  );
}
