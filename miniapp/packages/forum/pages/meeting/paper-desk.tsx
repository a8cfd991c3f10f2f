import { View } from '@tarojs/components';
import { useState } from 'react';
import { type AssemblyMatter, assemblyMatterLabel, assemblyMatters } from '#shared/domain/forum/decisions';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Field } from '../../../../components/field';
import { Tap } from '../../../../components/tap';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import { PaperCard } from '../../deliberation/paper-card';
import { ReasonSheet } from '../../deliberation/reason-sheet';
import type { Meeting, Paper } from '../../deliberation/types';
import { VoteSheet } from './vote-sheet';

/** The decision on its way: written, read back, answered, confirmed, voted on where it must be, published. */
export function PaperDesk({ meeting, paper, first }: { meeting: Meeting; paper: Paper | null; first: boolean }) {
  const may = (ability: Paper['abilities'][number]) => paper?.abilities.includes(ability) ?? false;
  if (first || may('write')) return <PaperForm meeting={meeting} paper={paper} />;
  if (!paper) return null;
  return (
    <>
      <PaperCard paper={paper} />
      {may('answerFor') && paper.toAsk.length > 0 && <AskFor paper={paper} />}
      <Steps paper={paper} may={may} />
    </>
  );
}

/** The words, and whether an assembly must decide. What was agreed stands ready in the first draft. */
function PaperForm({ meeting, paper }: { meeting: Meeting; paper: Paper | null }) {
  const agreed = meeting.lines.filter(({ kind }) => kind === 'AGREEMENT').map(({ body }, at) => `${at + 1}. ${body}`);
  const [body, setBody] = useState(paper?.body ?? agreed.join('\n'));
  const [matter, setMatter] = useState<AssemblyMatter | null>(paper?.matter ?? null);
  const write = useCommand('forum.writePaper', '存好了', true);
  const read = useCommand('forum.readPaper', '请到会的人听一听');
  const changed = body.trim() !== paper?.body || matter !== paper?.matter;
  const save = () => write.mutate({ meetingId: meeting.id, version: paper?.version ?? 1, body: body.trim(), matter });
  return (
    <Card title="写协商结果">
      <View className="fields">
        <Field
          label="定了什么"
          value={body}
          onChange={setBody}
          long
          max={3000}
          problem={write.error ? `${sentenceOf(write.error)}，您写的还在` : undefined}
        />
        <View className="field-label">要不要交村民（居民）会议表决</View>
        <View className="pick-list">
          <Pick on={matter === null} words="不用" onTap={() => setMatter(null)} />
          {assemblyMatters.map((one) => (
            <Pick key={one} on={matter === one} words={assemblyMatterLabel(one)} onTap={() => setMatter(one)} />
          ))}
        </View>
        <View className="small">关系到这些事的，协商只能提方案，要由村民（居民）会议表决才算定下来。</View>
        <View className="buttons meet-deeds">
          <Button
            kind={changed ? 'primary' : 'plain'}
            onTap={save}
            busy={write.isPending}
            disabled={body.trim().length < 20}
          >
            存下来
          </Button>
          {paper && !changed && (
            <Button onTap={() => read.mutate({ id: paper.id, version: paper.version })} busy={read.isPending}>
              念给大家听
            </Button>
          )}
        </View>
      </View>
    </Card>
  );
}

function Pick({ on, words, onTap }: { on: boolean; words: string; onTap: () => void }) {
  return (
    <Tap role="radio" checked={on} className={`pick ${on ? 'pick-on' : ''}`} onTap={onTap} label={words}>
      {words}
    </Tap>
  );
}

/** Those who sat and have no phone at hand are asked aloud, and their word is written down. */
function AskFor({ paper: { id, toAsk } }: { paper: Paper }) {
  const [objecting, setObjecting] = useState<string>();
  const answer = useCommand('forum.answerPaperFor', '记下了');
  return (
    <Card title="当面念给他们听">
      {toAsk.map(({ personId, name }) => (
        <View key={personId} className="seat">
          <View className="seat-words">{name}</View>
          <Button
            kind="quiet"
            onTap={() => answer.mutate({ id, personId, agrees: true })}
            disabled={answer.isPending}
            label={`${name}说一样`}
          >
            说一样
          </Button>
          <Button kind="quiet" onTap={() => setObjecting(personId)} label={`${name}说有出入`}>
            有出入
          </Button>
        </View>
      ))}
      {objecting && (
        <ReasonSheet
          title="哪里有出入"
          means="照他说的写，改了再念一遍。"
          hint="比如：会上说的是 30 个车位"
          least={2}
          busy={answer.isPending}
          onSend={(note) =>
            answer.mutate(
              { id, personId: objecting, agrees: false, note },
              { onSuccess: () => setObjecting(undefined) },
            )
          }
          onClose={() => setObjecting(undefined)}
        />
      )}
    </Card>
  );
}

function Steps({ paper, may }: { paper: Paper; may: (ability: Paper['abilities'][number]) => boolean }) {
  const { id, version } = paper;
  const [open, setOpen] = useState<'rewrite' | 'vote'>();
  const confirm = useCommand('forum.confirmPaper', '确认了');
  const publish = useCommand('forum.publishPaper', '公布了，大家都会收到通知');
  const rewrite = useCommand('forum.rewritePaper', '退回去改了');
  return (
    <View className="topic-deeds">
      {may('confirm') && (
        <Button onTap={() => confirm.mutate({ id, version })} busy={confirm.isPending}>
          确认这份结果
        </Button>
      )}
      {may('recordVote') && (
        <Button kind={paper.voteText ? 'plain' : 'primary'} onTap={() => setOpen('vote')}>
          记下表决
        </Button>
      )}
      {may('publish') && (
        <Button onTap={() => publish.mutate({ id, version })} busy={publish.isPending}>
          公布
        </Button>
      )}
      {may('rewrite') && (
        <Button kind="plain" onTap={() => setOpen('rewrite')}>
          退回去改
        </Button>
      )}
      {open === 'vote' && <VoteSheet paper={paper} onClose={() => setOpen(undefined)} />}
      {open === 'rewrite' && (
        <ReasonSheet
          title="退回去改"
          means="改好以后要重新念一遍。"
          hint="比如：车位数写错了"
          busy={rewrite.isPending}
          onSend={(reason) => rewrite.mutate({ id, version, reason }, { onSuccess: () => setOpen(undefined) })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </View>
  );
}
