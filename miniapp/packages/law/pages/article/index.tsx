import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { goBook } from '../../../../booking/go';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Page } from '../../../../components/page';
import { useApi } from '../../../../hooks/use-api';
import { goArticle, goLaw, goLawSearch } from '../../../../law/go';
import { wordsOfParam } from '../../../../services/params';
import { MarkedText } from '../../components/marked-text';
import { NotLoaded } from '../../components/not-loaded';
import { TopicLines } from '../../components/topic-lines';
import { Following } from './following';
import '../../components/law.scss';

/** One article with what the question is about marked, since when it is in force, its neighbours and other versions. */
export default function ArticlePage() {
  const { id = '', on, question, ...given } = useRouter().params;
  const [place, setPlace] = useState({ no: Number(given.no ?? 1), sub: Number(given.sub ?? 0) });
  const asked = wordsOfParam(question);
  const query = useApi('laws.article', { id, ...place, ...(on && { on }), ...(asked && { question: asked }) });
  if (query.error?.code === 'not_found' || query.error?.code === 'invalid_input')
    return (
      <Page title="条文">
        <NotLoaded what="这一条的原文" />
      </Page>
    );
  return (
    <Page title="条文" query={query}>
      {({ law, article, marks, standing, standingText, before, after, others, topics, effectiveFrom }) => (
        <>
          <View>
            <View className="second">{[law.short, ...article.path].join(' · ')}</View>
          </View>
          {standing !== 'in_force' && <View className="law-over">{standingText}</View>}
          <Card title={article.label}>
            <MarkedText text={article.text} marks={marks} />
            {standing === 'in_force' && <View className="small law-note">{standingText}，以官方公布的文本为准</View>}
          </Card>
          <View className="law-turn">
            <Button kind="quiet" disabled={!before} onTap={() => before && setPlace(before)}>
              {before ? '上一条' : '没有上一条'}
            </Button>
            <Button kind="quiet" onTap={() => goLaw({ id, ...(on && { on }) })}>
              看目录
            </Button>
            <Button kind="quiet" disabled={!after} onTap={() => after && setPlace(after)}>
              {after ? '下一条' : '没有下一条'}
            </Button>
          </View>
          {after && <Following key={`${after.no}.${after.sub}`} id={id} on={effectiveFrom} from={after} />}
          {others.length > 0 && (
            <Card title="别的版本" tight>
              {others.map(({ effectiveFrom, text, same }) => (
                <Button key={effectiveFrom} kind="quiet" onTap={() => goArticle({ id, ...place, on: effectiveFrom })}>
                  {`${text}${same ? '（这一条没有变）' : '（这一条不一样）'}`}
                </Button>
              ))}
            </Card>
          )}
          {topics.length > 0 && (
            <Card title="这一条回答的问题" tight>
              <TopicLines topics={topics} onTopic={(topic) => goLawSearch({ topic })} />
            </Card>
          )}
          <View className="buttons">
            <Button onTap={() => goBook({ matter: `想问《${law.short}》${article.label}` })}>约律师问一问</Button>
          </View>
        </>
      )}
    </Page>
  );
}
