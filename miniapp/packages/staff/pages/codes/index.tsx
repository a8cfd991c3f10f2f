import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CodeKind, codeKindLabel, codeKinds } from '#shared/domain/codes/place-code';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Field } from '../../../../components/field';
import { Answer, Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useCommand } from '../../../../hooks/use-command';
import { usePages } from '../../../../hooks/use-pages';
import { assetUrl } from '../../../../services/api';
import { openFile } from '../../../../services/open-file';
import { inWechat } from '../../../../services/platform';
import { ViewTabs } from '../../components/view-tabs';
import { CodeRow } from './row';
import './index.scss';

const tabs = codeKinds.map((key) => ({ key, label: codeKindLabel(key) }));
/** One print has at most so many pages. */
const most = 50;

/** 扫码牌: codes for places, advisors and meetings, made and printed as posters. */
export default function CodesPage() {
  const [kind, setKind] = useState<CodeKind>('GRID');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const asked = search.trim();
  const { query, more, hasMore } = usePages('codes.list', { kind, limit: 30, ...(asked && { search: asked }) });
  const make = useCommand('codes.make');
  const poster = useCommand('codes.poster');

  const flip = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(0, most));
  const print = () =>
    make.mutate(
      { kind, subjectIds: [...chosen] },
      {
        onSuccess: ({ items }) =>
          poster.mutate(
            { ids: items.flatMap(({ code }) => code?.id ?? []) },
            {
              onSuccess: ({ url }) => {
                openFile(assetUrl(url));
                setChosen([]);
              },
            },
          ),
      },
    );
  return (
    <Page
      title="扫码牌"
      foot={
        <Button onTap={print} busy={make.isPending || poster.isPending} disabled={chosen.length === 0}>
          {chosen.length > 0 ? `打印 ${chosen.length} 张` : '选要打印的'}
        </Button>
      }
    >
      <ViewTabs
        tabs={tabs}
        active={kind}
        onChange={(next) => {
          setKind(next);
          setChosen([]);
        }}
      />
      <Field label="找一找" value={search} onChange={setSearch} placeholder="名字里的几个字" max={20} />
      <Answer query={query}>
        {(subjects) => (
          <>
            {subjects.length > 0 && (
              <Card tight>
                {subjects.map((subject) => (
                  <CodeRow
                    key={subject.subjectId}
                    subject={subject}
                    chosen={chosen.includes(subject.subjectId)}
                    onChoose={() => flip(subject.subjectId)}
                  />
                ))}
              </Card>
            )}
            {subjects.length === 0 && <Notice title="没有找到" detail="换几个字试试，或者看看别的一类。" />}
            {hasMore && (
              <Button kind="quiet" onTap={more} busy={query.isFetchingNextPage}>
                看更多
              </Button>
            )}
          </>
        )}
      </Answer>
      <View className="small">
        {inWechat ? '打印用的文件请在电脑浏览器里打开，链接很快会失效。' : '一页一张，A4 纸。'}
        码里没有名字和地址，丢了可以停用，再打印一张新的。
      </View>
    </Page>
  );
}
