import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Page } from '../../../../components/page';
import { useSession } from '../../../../hooks/use-session';
import { goLaws, goLawVersions } from '../../../../law/go';
import { wordsOfParam } from '../../../../services/params';
import { AskLine } from '../../components/ask-line';
import { Found } from './found';
import { TopicAnswer } from './topic-answer';
import { Topics } from './topics';

/** 查法律: ask in everyday words, or choose what others ask. */
export default function LawSearchPage() {
  const { params } = useRouter();
  const [asked, setAsked] = useState(wordsOfParam(params.text) ?? '');
  const [topic, setTopic] = useState(params.topic ?? '');
  const { may } = useSession();
  const ask = (text: string) => {
    setTopic('');
    setAsked(text);
  };
  return (
    <Page title="查法律">
      <AskLine first={asked} onAsk={ask} placeholder="用平常的话说，比如：狗咬人谁赔" />
      {topic && <TopicAnswer topicId={topic} onTopic={setTopic} />}
      {!topic && asked && <Found text={asked} onTopic={setTopic} />}
      {!topic && !asked && <Topics onTopic={setTopic} />}
      <View className="buttons">
        {(topic || asked) && (
          <Button kind="quiet" onTap={() => ask('')}>
            看常见问题
          </Button>
        )}
        <Button kind="quiet" onTap={goLaws}>
          法律目录
        </Button>
        {may('workbench') && (
          <Button kind="quiet" onTap={goLawVersions}>
            导入和版本
          </Button>
        )}
      </View>
    </Page>
  );
}
