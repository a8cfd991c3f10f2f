import { View } from '@tarojs/components';
import { useState } from 'react';
import type { BookingDetail } from '../../../../booking/types';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Sheet } from '../../../../components/sheet';
import { useCommand } from '../../../../hooks/use-command';

export type SheetAct = 'cancel' | 'complain' | 'noShow' | 'undoNoShow';

interface Form {
  title: string;
  means: string;
  field: string;
  hint: string;
  done: string;
  /** The words are sent with it and asked for. */
  needed: boolean;
  danger?: boolean;
}

const forms: Record<SheetAct, Form> = {
  cancel: {
    title: '取消预约',
    means: '取消后这个时间会让给排队的人。',
    field: '为什么取消',
    hint: '比如：事情已经谈好了',
    done: '已取消',
    needed: true,
    danger: true,
  },
  complain: {
    title: '向司法局反映',
    means: '只有司法局能看到，律师看不到您写的话。',
    field: '要反映什么',
    hint: '比如：说好到村，人没来',
    done: '已交给司法局',
    needed: true,
  },
  noShow: {
    title: '律师没有来',
    means: '记下后会告诉律师和司法局，您可以另约时间。',
    field: '想补一句（可不写）',
    hint: '比如：等了半个小时',
    done: '已记下',
    needed: false,
  },
  undoNoShow: {
    title: '更正',
    means: '律师其实来了，就更正过来。',
    field: '想补一句（可不写）',
    hint: '比如：在另一个办公室等我',
    done: '已更正',
    needed: false,
  },
};

/** The half-screen form of one act; what was written stays when sending fails. */
export function ActSheet({ booking, act, onClose }: { booking: BookingDetail; act: SheetAct; onClose: () => void }) {
  const { title, means, field, hint, done, needed, danger } = forms[act];
  const [text, setText] = useState('');
  const commands = {
    cancel: useCommand('bookings.cancel', done),
    complain: useCommand('bookings.complain', done),
    noShow: useCommand('bookings.noShow', done),
    undoNoShow: useCommand('bookings.undoNoShow', done),
  };
  const { id, version } = booking;
  const words = text.trim();
  const note = words ? { note: words } : {};
  const closing = { onSuccess: onClose };
  const send = () => {
    if (act === 'cancel') commands.cancel.mutate({ id, version, reason: words }, closing);
    if (act === 'complain') commands.complain.mutate({ id, version, text: words }, closing);
    if (act === 'noShow') commands.noShow.mutate({ id, version, who: 'ADVISOR', ...note }, closing);
    if (act === 'undoNoShow') commands.undoNoShow.mutate({ id, version, ...note }, closing);
  };
  const { isPending, error } = commands[act];
  return (
    <Sheet
      title={title}
      onClose={onClose}
      foot={
        <Button
          kind={danger ? 'danger' : 'primary'}
          onTap={send}
          busy={isPending}
          disabled={needed && words.length < 2}
        >
          {title}
        </Button>
      }
    >
      <View className="second">{means}</View>
      <Field
        label={field}
        value={text}
        onChange={setText}
        placeholder={hint}
        long
        max={300}
        problem={error ? `${error.message}，您写的还在` : undefined}
      />
    </Sheet>
  );
}
