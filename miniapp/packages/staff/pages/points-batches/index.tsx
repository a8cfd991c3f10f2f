import { View } from '@tarojs/components';
import { useState } from 'react';
import { dayOf } from '#shared/domain/time/clock';
import { openPage } from '../../../../chat/choose';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { Answer, Page } from '../../../../components/page';
import { Segments } from '../../../../components/segments';
import { Notice } from '../../../../components/state';
import { Tap } from '../../../../components/tap';
import { useApi } from '../../../../hooks/use-api';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import { usePages } from '../../../../hooks/use-pages';
import { assetUrl } from '../../../../services/api';
import { openFile } from '../../../../services/open-file';
import { pickTable } from '../../../../services/pick-table';
import { inWechat } from '../../../../services/platform';
import { ChoiceList } from '../../components/choice-list';
import { type Batch, batchWords, monthText, recentMonths } from '../../model/batch';
import '../../../../points/points.scss';

const open = (id: string) => openPage(`/packages/staff/pages/points-batch/index?id=${id}`);

/** 积分清单: a village's month handed in as one table. */
export default function PointsBatchesPage() {
  const first = useApi('batches.list', { limit: 1 });
  return (
    <Page title="积分清单" query={first}>
      {({ villages }) => (
        <>
          <NewBatch villages={villages} />
          <Batches />
        </>
      )}
    </Page>
  );
}

function NewBatch({ villages }: { villages: readonly { code: string; label: string }[] }) {
  const months = recentMonths(dayOf(new Date()));
  const [villageCode, setVillage] = useState(villages[0]?.code ?? '');
  const [month, setMonth] = useState(months[0] ?? '');
  const upload = useCommand('batches.open', '读好了，先看看', true);
  const template = useCommand('batches.template');
  const choose = async () => {
    const table = await pickTable();
    if (table) upload.mutate({ villageCode, month, ...table }, { onSuccess: ({ id }) => open(id) });
  };
  return (
    <Card title="交一个月的清单">
      <View className="fields">
        {villages.length > 1 && (
          <ChoiceList
            label="哪个村（社区）"
            choices={villages.map(({ code, label }) => ({ key: code, name: label }))}
            chosen={villageCode}
            onChoose={setVillage}
          />
        )}
        <Segments
          answers="哪个月"
          items={months.map((value) => ({ value, label: `${Number(value.slice(5))} 月` }))}
          value={month}
          onChange={setMonth}
        />
        <View className="second">一行一件事：户号、事项、日期、做了什么、凭证。最多 500 行，XLSX 或 CSV 都行。</View>
        {upload.error && <View className="claim-warn">{sentenceOf(upload.error)}</View>}
        <View className="buttons">
          <Button onTap={() => void choose()} busy={upload.isPending}>
            {inWechat ? '从聊天里选文件' : '选文件'}
          </Button>
          {template.data ? (
            <Button kind="plain" onTap={() => openFile(assetUrl(template.data.url))}>
              {inWechat ? '模板好了，复制链接' : '模板好了，下载'}
            </Button>
          ) : (
            <Button kind="plain" onTap={() => template.mutate({ villageCode })} busy={template.isPending}>
              要一份模板
            </Button>
          )}
        </View>
        <View className="small">
          选了文件先给您看：哪些能交、哪些要改。您点「交」才交给评议小组。同一件事交两次也只算一次。扣分不能成批交。
        </View>
      </View>
    </Card>
  );
}

function Batches() {
  const { query, more, hasMore } = usePages('batches.list', { limit: 20 });
  return (
    <Answer query={query}>
      {(batches) => (
        <>
          {batches.map((batch) => (
            <BatchLine key={batch.id} batch={batch} />
          ))}
          {batches.length === 0 && <Notice title="还没有交过清单" />}
          {hasMore && (
            <Button kind="quiet" onTap={more} busy={query.isFetchingNextPage}>
              看更早的
            </Button>
          )}
        </>
      )}
    </Answer>
  );
}

function BatchLine({ batch }: { batch: Batch }) {
  const { id, placeLabel, month, state, stateText, fileName, atText } = batch;
  return (
    <Tap onTap={() => open(id)} role="link">
      <Card tight>
        <View className="claim-head">
          <View className="strong claim-title">
            {placeLabel} {monthText(month)}
          </View>
          <Chip tone={state === 'DONE' ? 'jade' : state === 'CANCELLED' ? 'neutral' : 'amber'}>{stateText}</Chip>
        </View>
        <View className="second">{batchWords(batch)}</View>
        <View className="small">
          {fileName} · {atText}
        </View>
      </Card>
    </Tap>
  );
}
