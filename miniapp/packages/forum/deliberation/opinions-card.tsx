import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Answer } from '../../../components/page';
import { Tap } from '../../../components/tap';
import { useApi } from '../../../hooks/use-api';
import { useCommand } from '../../../hooks/use-command';
import { OpinionMap } from './opinion-map';
import { ShareBar } from './share-bar';
import { StatementSheet } from './statement-sheet';
import type { Board } from './types';

const answers = [
  { choice: 'AGREE', words: '同意' },
  { choice: 'DISAGREE', words: '不同意' },
  { choice: 'PASS', words: '说不准' },
] as const;

/** One sentence at a time with three large buttons; then what others said, and the map of groups. */
export function OpinionsCard({ topicId }: { topicId: string }) {
  const query = useApi('forum.opinions', { topicId });
  const [adding, setAdding] = useState(false);
  return (
    <Answer query={query}>
      {(board) =>
        board.total === 0 && board.own.length === 0 && !board.mayAdd ? null : (
          <>
            <Card title="大家怎么想">
              <Asking board={board} />
              {board.own.map(({ id, body, checkState }) => (
                <View key={id} className="opinion-own">
                  <View className="small">
                    {checkState === 'REFUSED' ? '您加的这句没有通过' : '您加的这句正在核对'}
                  </View>
                  <View>{body}</View>
                </View>
              ))}
              {board.mayAdd && (
                <Button kind="quiet" onTap={() => setAdding(true)}>
                  我也加一句，请大家表态
                </Button>
              )}
              <Said board={board} />
            </Card>
            {board.map && <OpinionMap map={board.map} />}
            {adding && <StatementSheet topicId={topicId} onClose={() => setAdding(false)} />}
          </>
        )
      }
    </Answer>
  );
}

function Asking({ board }: { board: Board }) {
  const { next, answered, total, mayAnswer, whyNotText, people } = board;
  const answer = useCommand('forum.answerStatement');
  if (!mayAnswer) return <View className="second">{`${people} 人表过态。${whyNotText ?? ''}`}</View>;
  if (!next)
    return (
      <View className="second">
        {total === 0 ? '还没有人加过观点，您可以先加一句。' : `${total} 句您都表过态了，谢谢。点下面的可以改。`}
      </View>
    );
  return (
    <View>
      <View className="small">{`第 ${answered + 1} 句，共 ${total} 句 · ${next.seenText}`}</View>
      <View className="opinion-words">{next.body}</View>
      <View className="opinion-buttons">
        {answers.map(({ choice, words }) => (
          <Tap
            key={choice}
            className={`opinion-button opinion-${choice.toLowerCase()}`}
            disabled={answer.isPending}
            onTap={() => answer.mutate({ id: next.id, choice })}
            label={`${words}：${next.body}`}
          >
            {words}
          </Tap>
        ))}
      </View>
    </View>
  );
}

const firstShown = 3;

/** What came of the sentences one has answered; one's own answer can be changed while it is time. */
function Said({ board }: { board: Board }) {
  const [all, setAll] = useState(false);
  const answer = useCommand('forum.answerStatement', '改好了');
  const { statements, mayAnswer } = board;
  if (statements.length === 0) return null;
  const shown = all ? statements : statements.slice(0, firstShown);
  return (
    <View className="opinion-said">
      {shown.map(({ id, body, shares, unclear, choice }) => (
        <View key={id} className="opinion-one">
          <View>{body}</View>
          <ShareBar shares={shares} />
          {unclear && <View className="opinion-unclear">说不准的人多，这句话可能没有说清楚</View>}
          {mayAnswer && choice && (
            <View className="opinion-change">
              {answers.map((one) => (
                <Tap
                  key={one.choice}
                  role="radio"
                  checked={one.choice === choice}
                  className={`opinion-pill ${one.choice === choice ? 'opinion-pill-on' : ''}`}
                  onTap={() => one.choice !== choice && answer.mutate({ id, choice: one.choice })}
                  label={`改成${one.words}：${body}`}
                >
                  {one.choice === choice ? `您：${one.words}` : one.words}
                </Tap>
              ))}
            </View>
          )}
        </View>
      ))}
      {statements.length > firstShown && (
        <Button kind="quiet" onTap={() => setAll(!all)}>
          {all ? '收起来' : `看全部 ${statements.length} 句`}
        </Button>
      )}
    </View>
  );
}
