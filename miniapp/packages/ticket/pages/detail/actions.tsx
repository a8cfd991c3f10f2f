import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { PhotoGrid } from '../../../../components/photo-grid';
import { Sheet } from '../../../../components/sheet';
import { useCommand } from '../../../../hooks/use-command';
import { useUploads } from '../../../../hooks/use-uploads';

export type TicketDetail = Output<'tickets.get'>;
export type SheetAction = 'supplement' | 'urge' | 'withdraw' | 'reopen' | 'join';

/** From left to right; 撤回 stands apart, at the end of the page. */
const order = ['supplement', 'urge', 'join', 'reopen', 'confirm'] as const;
const labels: Record<(typeof order)[number], string> = {
  confirm: '确认办好',
  reopen: '没办好，重办',
  join: '我也遇到',
  supplement: '补充',
  urge: '催一催',
};

/** What this person may do with the matter now, the weightiest last and filled. */
export function ActionBar({ ticket, onOpen }: { ticket: TicketDetail; onOpen: (action: SheetAction) => void }) {
  const possible = order.filter((action) => ticket.abilities.includes(action));
  if (possible.length === 0) return null;
  const open = (action: (typeof order)[number]) => {
    if (action === 'confirm') void Taro.navigateTo({ url: `/packages/ticket/pages/rate/index?id=${ticket.id}` });
    else onOpen(action);
  };
  return (
    <View className="buttons buttons-wrap">
      {possible.map((action) => (
        <Button
          key={action}
          kind={
            action === 'confirm' || (action === 'join' && !ticket.abilities.includes('confirm')) ? 'primary' : 'plain'
          }
          onTap={() => open(action)}
        >
          {labels[action]}
        </Button>
      ))}
    </View>
  );
}

const sheets: Record<SheetAction, { title: string; field: string; hint: string; done: string; needsText: boolean }> = {
  supplement: { title: '补充情况', field: '您想补充什么', hint: '比如：今天又停电了', done: '已补上', needsText: true },
  urge: {
    title: '催一催',
    field: '想说的话（可不写）',
    hint: '比如：晚上老人不敢出门',
    done: '已催，会有人联系您',
    needsText: false,
  },
  withdraw: {
    title: '撤回这件事',
    field: '为什么撤回（可不写）',
    hint: '比如：已经好了',
    done: '已撤回',
    needsText: false,
  },
  reopen: {
    title: '没办好，请重办',
    field: '哪里没办好',
    hint: '比如：灯又不亮了',
    done: '已重新交办',
    needsText: true,
  },
  join: {
    title: '我也遇到',
    field: '想补一句（可不写）',
    hint: '比如：我们这边也是',
    done: '有进展会告诉您',
    needsText: false,
  },
};

/** The half-screen form of one action; what was written stays when sending fails. */
export function ActionSheet({
  ticket,
  action,
  onClose,
}: {
  ticket: TicketDetail;
  action: SheetAction;
  onClose: () => void;
}) {
  const { title, field, hint, done, needsText } = sheets[action];
  const [text, setText] = useState('');
  const uploads = useUploads(action === 'reopen' ? 'OTHER' : 'BEFORE');
  const commands = {
    supplement: useCommand('tickets.supplement', done),
    urge: useCommand('tickets.urge', done),
    withdraw: useCommand('tickets.withdraw', done),
    reopen: useCommand('tickets.reopen', done),
    join: useCommand('tickets.join', done),
  };
  const { id, version } = ticket;
  const words = text.trim();
  const closing = { onSuccess: onClose };
  const attachmentIds = uploads.photos.map((photo) => photo.id);

  const send = () => {
    if (action === 'supplement') commands.supplement.mutate({ id, version, text: words, attachmentIds }, closing);
    if (action === 'reopen') commands.reopen.mutate({ id, version, reason: words, attachmentIds }, closing);
    if (action === 'urge') commands.urge.mutate({ id, version, ...(words ? { note: words } : {}) }, closing);
    if (action === 'withdraw') commands.withdraw.mutate({ id, version, ...(words ? { reason: words } : {}) }, closing);
    if (action === 'join') commands.join.mutate({ id, ...(words ? { note: words } : {}) }, closing);
  };
  const { isPending, error } = commands[action];

  return (
    <Sheet
      title={title}
      onClose={onClose}
      foot={
        <View className="buttons">
          <Button
            kind={action === 'withdraw' ? 'danger' : 'primary'}
            onTap={send}
            busy={isPending}
            disabled={(needsText && words.length < 2) || uploads.percent !== undefined}
          >
            {title}
          </Button>
        </View>
      }
    >
      {action === 'withdraw' && <View className="second">撤回后就不再办理；以后可以再报。</View>}
      <Field
        label={field}
        value={text}
        onChange={setText}
        placeholder={hint}
        long
        max={action === 'supplement' ? 1000 : action === 'join' ? 200 : 500}
        problem={error ? `${error.message}，您写的还在` : undefined}
      />
      {(action === 'supplement' || action === 'reopen') && (
        <PhotoGrid
          photos={uploads.photos}
          onAdd={uploads.photos.length < 9 ? uploads.add : undefined}
          onRemove={uploads.remove}
          uploading={uploads.percent}
        />
      )}
      {uploads.problem && <View className="place-problem">{uploads.problem}</View>}
    </Sheet>
  );
}
