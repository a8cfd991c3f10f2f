import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Icon } from '../../../../components/icon';
import { Answer, Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { Tap } from '../../../../components/tap';
import { usePages } from '../../../../hooks/use-pages';
import { goLaw } from '../../../../law/go';
import { AskLine } from '../../components/ask-line';
import { NotLoaded } from '../../components/not-loaded';

/** 法律目录: every law the desk has, by name. */
export default function LawsPage() {
  const [text, setText] = useState('');
  const { query, more, hasMore } = usePages('laws.list', { limit: 50, ...(text && { text }) });
  return (
    <Page title="法律目录">
      <AskLine first="" onAsk={(typed) => setText(typed.slice(0, 40))} placeholder="法律的名字，比如：劳动" />
      <Answer query={query}>
        {(laws) => (
          <>
            {laws.length > 0 && (
              <Card tight>
                <View className="law-lines">
                  {laws.map(({ id, short, text: standing, articleCount }) => (
                    <Tap key={id} className="law-line" onTap={() => goLaw({ id })}>
                      <View className="law-line-words">
                        <View className="law-line-name">{short}</View>
                        <View className="small">{`${standing} · ${articleCount} 条`}</View>
                      </View>
                      <Icon name="next" tone="muted" size="s" />
                    </Tap>
                  ))}
                </View>
              </Card>
            )}
            {hasMore && (
              <Button kind="quiet" onTap={more} busy={query.isFetchingNextPage}>
                看更多
              </Button>
            )}
            {laws.length === 0 &&
              (text ? <Notice title={`没有名字里有“${text}”的法律`} /> : <NotLoaded what="法律原文" />)}
          </>
        )}
      </Answer>
    </Page>
  );
}
