import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Card, Row } from '../../../components/card';
import { Chip } from '../../../components/chip';
import { useCommand } from '../../../hooks/use-command';
import { ReasonSheet } from './reason-sheet';
import type { Paper } from './types';

/** The decision: its words, how it came about, and for those who sat whether it is what was said. */
export function PaperCard({ paper }: { paper: Paper }) {
  const { status, statusText, body, assemblyText, voteText, publishedText, daysLeft, dissents, heard, needed } = paper;
  const published = status === 'PUBLISHED';
  return (
    <Card title="协商结果">
      <View className="meet-head">
        <Chip tone={published ? 'jade' : 'amber'}>{statusText}</Chip>
        {published && daysLeft !== null && daysLeft > 0 && <Chip tone="neutral">{`还公布 ${daysLeft} 天`}</Chip>}
      </View>
      <View className="paper-body">{body}</View>
      {assemblyText && <View className="paper-assembly">{assemblyText}</View>}
      {voteText && <Row label="表决">{voteText}</Row>}
      {dissents.length > 0 && (
        <Row label="不同意">
          {dissents.map((one) => (
            <View key={one}>{one}</View>
          ))}
        </Row>
      )}
      {!published && <Row label="听过">{`${heard} 位到会的人说对，要 ${needed} 位`}</Row>}
      {paper.objections.map(({ note }) => (
        <View key={note} className="paper-objection">{`有人说有出入：${note}`}</View>
      ))}
      {[paper.confirmedText, publishedText]
        .flatMap((words) => words ?? [])
        .map((words) => (
          <View key={words} className="small">
            {words}
          </View>
        ))}
      {paper.abilities.includes('answer') && <Hearing paper={paper} />}
    </Card>
  );
}

function Hearing({ paper: { id, myAnswer } }: { paper: Paper }) {
  const [objecting, setObjecting] = useState(false);
  const answer = useCommand('forum.answerPaper', '记下了');
  return (
    <View className="paper-hearing">
      <View className="strong">您到了会。写的和会上说的一样吗？</View>
      <View className="buttons buttons-wrap meet-deeds">
        <Button
          kind={myAnswer === true ? 'primary' : 'plain'}
          onTap={() => answer.mutate({ id, agrees: true })}
          busy={answer.isPending}
        >
          一样，认可
        </Button>
        <Button kind={myAnswer === false ? 'primary' : 'plain'} onTap={() => setObjecting(true)}>
          有出入
        </Button>
      </View>
      {objecting && (
        <ReasonSheet
          title="哪里有出入"
          means="写出来，记录人会改了再念一遍。"
          hint="比如：会上说的是 30 个车位"
          least={2}
          busy={answer.isPending}
          onSend={(note) => answer.mutate({ id, agrees: false, note }, { onSuccess: () => setObjecting(false) })}
          onClose={() => setObjecting(false)}
        />
      )}
    </View>
  );
}
