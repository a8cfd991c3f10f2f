import { View } from '@tarojs/components';
import type { Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { useCommand } from '../../../../hooks/use-command';
import { Desk } from '../../components/desk';
import { goRoom } from '../../model/go';
import './index.scss';

type Letter = Output<'notifications.deadLetters'>['items'][number];

/** Messages that were given up on, why, and sending them again. */
export default function LettersPage() {
  const query = useApi('notifications.deadLetters', { limit: 100 });
  return (
    <Page title="没送出去的消息" query={query} wide>
      {({ items }) => (
        <Desk
          room="board"
          plain
          main={
            <View className="letters">
              {items.length === 0 && (
                <Notice title="消息都送出去了" next={{ label: '回看板', onTap: () => goRoom('board') }} />
              )}
              {items.map((letter) => (
                <LetterCard key={letter.id} letter={letter} />
              ))}
            </View>
          }
        />
      )}
    </Page>
  );
}

function LetterCard({ letter: { id, title, template, state, reason, tries, atText } }: { letter: Letter }) {
  const retry = useCommand('notifications.retry', '已重新排队');
  return (
    <Card>
      <View className="letter">
        <View className="letter-words">
          <View className="strong">{title}</View>
          <View className="second">{reason ?? state}</View>
          <View className="small">
            {template} · 试了 {tries} 次 · {atText}
          </View>
        </View>
        <Button kind="quiet" onTap={() => retry.mutate({ id })} busy={retry.isPending} label={`重新发送：${title}`}>
          重新发送
        </Button>
      </View>
    </Card>
  );
}
