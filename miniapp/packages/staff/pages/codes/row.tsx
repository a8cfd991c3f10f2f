import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Icon } from '../../../../components/icon';
import { Sheet } from '../../../../components/sheet';
import { Tap } from '../../../../components/tap';
import { useCommand } from '../../../../hooks/use-command';

type Subject = Output<'codes.list'>['items'][number];
type Code = NonNullable<Subject['code']>;

/** One place, advisor or meeting: chosen for printing, with its code when it has one. */
export function CodeRow({
  subject: { name, detail, code },
  chosen,
  onChoose,
}: {
  subject: Subject;
  chosen: boolean;
  onChoose: () => void;
}) {
  const [retiring, setRetiring] = useState(false);
  return (
    <View className="code-row">
      <Tap className="code-choice" role="checkbox" checked={chosen} onTap={onChoose} label={`${name}，${detail}`}>
        <View className={`code-mark ${chosen ? 'code-mark-on' : ''}`}>{chosen && <Icon name="check" size="s" />}</View>
        <View className="code-words">
          <View className="strong">{name}</View>
          <View className="small">{detail}</View>
          <View className="small">
            {code ? `${code.text} · ${code.madeText}做的 · 扫过 ${code.opened} 次` : '还没有码'}
          </View>
        </View>
      </Tap>
      {code && (
        <Button kind="quiet" onTap={() => setRetiring(true)} label={`停用${name}的码`}>
          停用
        </Button>
      )}
      {code && retiring && <RetireSheet name={name} code={code} onClose={() => setRetiring(false)} />}
    </View>
  );
}

function RetireSheet({ name, code, onClose }: { name: string; code: Code; onClose: () => void }) {
  const retire = useCommand('codes.retire', '已停用');
  return (
    <Sheet
      title="停用这个码"
      onClose={onClose}
      foot={
        <Button
          kind="danger"
          onTap={() => retire.mutate({ id: code.id }, { onSuccess: onClose })}
          busy={retire.isPending}
        >
          停用
        </Button>
      }
    >
      <View>
        {name}的码 {code.text} 停用以后，贴出去的那张就扫不开了。要用，再打印一张新的。
      </View>
    </Sheet>
  );
}
