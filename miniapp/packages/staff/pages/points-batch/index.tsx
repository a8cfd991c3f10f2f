import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { Answer, Page } from '../../../../components/page';
import { Segments } from '../../../../components/segments';
import { Notice } from '../../../../components/state';
import { access } from '../../../../components/tap/access';
import { useApi } from '../../../../hooks/use-api';
import { useCommand } from '../../../../hooks/use-command';
import { usePages } from '../../../../hooks/use-pages';
import { goClaim } from '../../../../points/go';
import { assetUrl } from '../../../../services/api';
import { openFile } from '../../../../services/open-file';
import { inWechat } from '../../../../services/platform';
import { type Batch, batchWords, monthText } from '../../model/batch';
import '../../../../points/points.scss';
import './index.scss';

type Line = Output<'batches.lines'>['items'][number];
type State = Line['state'];

/** One list: which lines become claims, which are sent back and why, and how far it is. */
export default function PointsBatchPage() {
  const { id = '' } = useRouter().params;
  const [isRunning, setRunning] = useState(false);
  const query = useApi('batches.get', { id }, isRunning ? { every: 1500 } : {});
  const state = query.data?.state;
  if (state && (state === 'RUNNING') !== isRunning) setRunning(state === 'RUNNING');
  return (
    <Page title="看一份清单" query={query}>
      {(batch) => <Shown batch={batch} />}
    </Page>
  );
}

function Shown({ batch }: { batch: Batch }) {
  const { id, state, ready, rejected, filed, abilities } = batch;
  const [chosen, setState] = useState<State>();
  const confirm = useCommand('batches.confirm', '正在交');
  const cancel = useCommand('batches.cancel', '作废了');
  const shown = chosen ?? (state === 'PREVIEW' ? (ready > 0 ? 'READY' : 'REJECTED') : 'FILED');
  const isWaiting = state === 'PREVIEW' || state === 'RUNNING';
  return (
    <>
      <Summary batch={batch} />
      {abilities.includes('confirm') && (
        <View className="buttons">
          <Button onTap={() => confirm.mutate({ id })} busy={confirm.isPending}>
            {`交这 ${ready} 行`}
          </Button>
        </View>
      )}
      {abilities.includes('report') && (
        <View className="buttons">
          <Report id={id} rejected={rejected} />
        </View>
      )}
      {abilities.includes('cancel') && (
        <View className="buttons">
          <Button kind="quiet" onTap={() => cancel.mutate({ id })} busy={cancel.isPending}>
            不交了，作废
          </Button>
        </View>
      )}
      <Segments
        items={[
          ...(isWaiting ? [{ value: 'READY' as const, label: `能交 ${ready}` }] : []),
          { value: 'REJECTED', label: `退回 ${rejected}` },
          ...(state === 'PREVIEW' ? [] : [{ value: 'FILED' as const, label: `交了 ${filed}` }]),
        ]}
        value={shown}
        onChange={setState}
      />
      <Lines key={`${shown} ${state}`} id={id} state={shown} />
    </>
  );
}

function Summary({ batch }: { batch: Batch }) {
  const { placeLabel, month, state, stateText, fileName, atText, total, ready, filed, points } = batch;
  const done = total === 0 ? 100 : Math.round(((total - ready) / total) * 100);
  return (
    <Card>
      <View className="claim-head">
        <View className="strong claim-title">
          {placeLabel} {monthText(month)}
        </View>
        <Chip tone={state === 'DONE' ? 'jade' : state === 'CANCELLED' ? 'neutral' : 'amber'}>{stateText}</Chip>
      </View>
      <View className="second">{batchWords(batch)}</View>
      {state === 'RUNNING' && (
        <View className="batch-track" {...access({ role: 'img', label: `办了百分之 ${done}` })}>
          <View className="batch-done" style={{ width: `${done}%` }} />
        </View>
      )}
      <View className="small">
        {ready + filed > 0 ? `一共 ${points} 分 · ` : ''}
        {fileName} · {atText}
      </View>
    </Card>
  );
}

function Report({ id, rejected }: { id: string; rejected: number }) {
  const report = useCommand('batches.report');
  if (report.data)
    return (
      <Button kind="plain" onTap={() => openFile(assetUrl(report.data.url))}>
        {inWechat ? '表格好了，复制链接' : '表格好了，下载'}
      </Button>
    );
  return (
    <Button kind="plain" onTap={() => report.mutate({ id })} busy={report.isPending}>
      {`退回的 ${rejected} 行做成表格`}
    </Button>
  );
}

const none: Readonly<Record<State, string>> = {
  READY: '没有等着交的',
  REJECTED: '没有退回的',
  FILED: '还没有交的',
};

function Lines({ id, state }: { id: string; state: State }) {
  const { query, more, hasMore } = usePages('batches.lines', { id, state, limit: 50 });
  return (
    <Answer query={query}>
      {(lines) => (
        <>
          {lines.map((line) => (
            <LineCard key={line.line} line={line} />
          ))}
          {lines.length === 0 && <Notice title={none[state]} />}
          {hasMore && (
            <Button kind="quiet" onTap={more} busy={query.isFetchingNextPage}>
              看更多
            </Button>
          )}
        </>
      )}
    </Answer>
  );
}

function LineCard({ line }: { line: Line }) {
  const { householdCode, householdName, rule, day, note, evidence, points, reason, claimId } = line;
  return (
    <Card tight>
      <View className="claim-head">
        <View className="strong claim-title">
          第 {line.line} 行 · {[householdName, householdCode || '没有户号'].filter(Boolean).join(' ')}
        </View>
        {points !== null && <View className="points-value">+{points}</View>}
      </View>
      {reason && <View className="claim-warn batch-reason">{reason}</View>}
      <View className="second claim-words">{[rule, day, note].filter(Boolean).join(' · ')}</View>
      {evidence && <View className="small">凭证：{evidence}</View>}
      {claimId && (
        <Button kind="quiet" onTap={() => goClaim(claimId)} label={`看这一件：第 ${line.line} 行`}>
          看这一件
        </Button>
      )}
    </Card>
  );
}
