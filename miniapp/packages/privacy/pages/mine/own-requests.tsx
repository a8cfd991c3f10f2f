import { View } from '@tarojs/components';
import type { Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip, type ChipTone } from '../../../../components/chip';
import { Answer } from '../../../../components/page';
import { useCommand } from '../../../../hooks/use-command';
import { usePages } from '../../../../hooks/use-pages';

type Request = Output<'privacy.mine'>['items'][number];

const looks: Readonly<Record<Request['state'], readonly [word: string, tone: ChipTone]>> = {
  OPEN: ['等答复', 'amber'],
  GRANTED: ['办到了', 'jade'],
  REFUSED: ['没有办', 'red'],
  WITHDRAWN: ['撤回了', 'neutral'],
};

/** What this person asked about his or her own data, with the answers. */
export function OwnRequests() {
  const { query, more, hasMore } = usePages('privacy.mine', { limit: 10 });
  return (
    <Answer query={query}>
      {(requests) => (
        <>
          {requests.map((request) => (
            <RequestCard key={request.id} request={request} />
          ))}
          {hasMore && (
            <Button kind="quiet" onTap={more} busy={query.isFetchingNextPage}>
              看更多请求
            </Button>
          )}
        </>
      )}
    </Answer>
  );
}

function RequestCard({ request }: { request: Request }) {
  const { id, kind, kindLabel, aboutLabel, text, wanted, state, atText, dueText, late, answer, answeredText } = request;
  const withdraw = useCommand('privacy.withdraw', '撤回了');
  const [word, tone] = looks[state];
  return (
    <Card>
      <View className="privacy-head">
        <Chip tone={tone}>{word}</Chip>
        <View className="strong">{kind === 'COPY' ? kindLabel : `${kindLabel}：${aboutLabel}`}</View>
        <View className="small">{atText}</View>
      </View>
      {kind !== 'COPY' && <View className="privacy-words">{text}</View>}
      {wanted && <View className="second">正确的姓名：{wanted}</View>}
      {state === 'OPEN' && (
        <View className="small">{late ? '已经超过答复的时限，区中心在催办。' : `${dueText}答复您`}</View>
      )}
      {answer && (
        <View className="privacy-answer">
          {answer}
          <View className="small">{answeredText}答复</View>
          {state === 'REFUSED' && <View className="small">不同意的话，可以向网信部门反映，也可以向人民法院起诉。</View>}
        </View>
      )}
      {state === 'OPEN' && (
        <View className="buttons privacy-deeds">
          <Button kind="quiet" onTap={() => withdraw.mutate({ id })} busy={withdraw.isPending}>
            撤回这个请求
          </Button>
        </View>
      )}
    </Card>
  );
}
