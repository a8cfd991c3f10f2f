import { View } from '@tarojs/components';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Answer, Page } from '../../../../components/page';
import { usePages } from '../../../../hooks/use-pages';
import { NotLoaded } from '../../components/not-loaded';

/** 导入的法律: every law with its versions, where each came from and when; for staff. */
export default function VersionsPage() {
  const { query, more, hasMore } = usePages('laws.imported', { limit: 30 });
  return (
    <Page title="导入的法律">
      <View className="second">用 npm run laws:import 导入；同一部法律按施行日分版本，旧版本留着查旧事</View>
      <Answer query={query}>
        {(laws) => (
          <>
            {laws.map(({ id, title, versions }) => (
              <Card key={id} title={title} tight>
                {versions.map(({ effectiveFrom, text, articleCount, source, note, importedText }) => (
                  <View key={effectiveFrom}>
                    <View>{`${text} · ${articleCount} 条`}</View>
                    <View className="small">{[source, note, `${importedText}导入`].filter(Boolean).join(' · ')}</View>
                  </View>
                ))}
              </Card>
            ))}
            {hasMore && (
              <Button kind="quiet" onTap={more} busy={query.isFetchingNextPage}>
                看更多
              </Button>
            )}
            {laws.length === 0 && <NotLoaded what="法律原文" />}
          </>
        )}
      </Answer>
    </Page>
  );
}
