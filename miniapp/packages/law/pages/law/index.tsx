import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Card } from '../../../../components/card';
import { Icon } from '../../../../components/icon';
import { Page } from '../../../../components/page';
import { Tap } from '../../../../components/tap';
import { useApi } from '../../../../hooks/use-api';
import { goArticle, goLaw } from '../../../../law/go';
import { NotLoaded } from '../../components/not-loaded';
import '../../components/law.scss';

/** One law: since when it is in force, its chapters, and its other versions. */
export default function LawPage() {
  const { id = '', on } = useRouter().params;
  const query = useApi('laws.get', { id, ...(on && { on }) });
  if (query.error?.code === 'not_found' || query.error?.code === 'invalid_input')
    return (
      <Page title="法律">
        <NotLoaded what="这部法律" />
      </Page>
    );
  return (
    <Page title="法律" query={query}>
      {({ law, history, note, chapters, versions, effectiveFrom }) => (
        <>
          <Card title={law.title}>
            <View className="second">{`${law.text} · ${law.articleCount} 条`}</View>
            {[...history, note].filter(Boolean).map((line) => (
              <View key={line} className="small">
                {line}
              </View>
            ))}
          </Card>
          <Card title="目录" tight>
            <View className="law-lines">
              {chapters.map(({ path, from, to, no, sub, count }) => (
                <Tap
                  key={`${no}.${sub}`}
                  className={`law-line ${path.length > 1 ? 'law-deep' : ''}`}
                  onTap={() => goArticle({ id, no, sub, on: on ?? effectiveFrom })}
                >
                  <View className="law-line-words">
                    <View className="law-line-name">{path.join(' · ') || '正文'}</View>
                    <View className="small">{count > 1 ? `${from}至${to}` : from}</View>
                  </View>
                  <Icon name="next" tone="muted" size="s" />
                </Tap>
              ))}
            </View>
          </Card>
          {versions.length > 1 && (
            <Card title="各个版本" tight>
              <View className="law-lines">
                {versions.map((version) => (
                  <Tap
                    key={version.effectiveFrom}
                    className="law-line"
                    disabled={version.effectiveFrom === effectiveFrom}
                    onTap={() => goLaw({ id, on: version.effectiveFrom })}
                  >
                    <View className="law-line-words">{version.text}</View>
                  </Tap>
                ))}
              </View>
            </Card>
          )}
          <View className="small">以官方公布的文本为准</View>
        </>
      )}
    </Page>
  );
}
