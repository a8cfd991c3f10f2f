import { dial } from '../../../../chat/choose';
import { Card } from '../../../../components/card';
import { Answer } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { CitationList } from '../../../../law/citation-list';
import { AnswerCard } from '../../components/answer-card';

/** What was found for a question: an answer of the desk's own when one fits, then the articles that come nearest. */
export function Found({ text, onTopic }: { text: string; onTopic: (topicId: string) => void }) {
  const query = useApi('laws.search', { text, limit: 10 });
  return (
    <Answer query={query}>
      {({ answer, articles, loaded }) => {
        const shown = new Set(answer?.articles.map(({ short, no }) => `${short}${no}`));
        const others = articles.filter(({ short, no }) => !shown.has(`${short}${no}`));
        return (
          <>
            {answer && <AnswerCard answer={answer} onTopic={onTopic} />}
            {others.length > 0 && (
              <Card title={answer ? '还可能有关的条文' : '最接近的条文'} tight>
                <CitationList articles={others} question={text} />
              </Card>
            )}
            {!answer && others.length === 0 && (
              <Notice
                title="没有找到"
                detail={
                  loaded
                    ? '换个说法试试，或者打 12348 问律师。'
                    : '法律原文还没有装进服务台，可以打 12348 问律师，不收费。'
                }
                next={{ label: '打 12348', onTap: () => dial('12348') }}
              />
            )}
          </>
        );
      }}
    </Answer>
  );
}
