import { View } from '@tarojs/components';
import { useState } from 'react';
import { Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { Desk } from '../../components/desk';
import { TalkColumn } from '../../components/talk-column';
import { TalkList } from '../../components/talk-list';
import { useWide } from '../../hooks/use-wide';
import { goTalk } from '../../model/go';

/** Residents who asked for a person. On a desktop the talk stands beside the list. */
export default function TalksPage() {
  const query = useApi('workbench.conversations', {}, { every: 4_000 });
  const [chosen, setChosen] = useState<string>();
  const wide = useWide();
  return (
    <Page title="对话" query={query} wide>
      {({ items }) =>
        wide ? (
          <Desk
            room="talks"
            list={<TalkList talks={items} selected={chosen} onOpen={setChosen} />}
            main={
              <View className="desk-stage">
                {chosen ? (
                  <TalkColumn key={chosen} id={chosen} onFinished={() => setChosen(undefined)} />
                ) : (
                  <Notice title="左边选一位居民，就在这里谈" />
                )}
              </View>
            }
          />
        ) : (
          <Desk room="talks" list={<TalkList talks={items} onOpen={goTalk} />} />
        )
      }
    </Page>
  );
}
