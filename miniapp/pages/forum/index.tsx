import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { LaterCard } from '../../chat/cards/people-cards';
import { say } from '../../chat/conversation';
import { Button } from '../../components/button';
import { Page } from '../../components/page';

const dispute = '我和邻居有矛盾，想请人调解';

/** 议事: not open on this desk yet, which it says plainly, with what to do meanwhile. */
export default function ForumPage() {
  const goToDesk = (words?: string) => {
    void Taro.switchTab({ url: '/pages/chat/index' });
    if (words) say({ text: words }, words);
  };
  return (
    <Page title="议事">
      <LaterCard
        card={{
          title: '“有事来协商”还没有在这里开放',
          text: '停车、晒坝、公共空地这些大家的事，现在请向村（社区）议事会或网格员提出。邻里矛盾、环境和设施的问题，可以在服务台直接说，会交给负责的人。',
          options: [],
        }}
        say={say}
      />
      <View className="buttons buttons-wrap">
        <Button kind="plain" onTap={() => goToDesk(dispute)}>
          有矛盾要调解
        </Button>
        <Button onTap={() => goToDesk()}>去服务台说</Button>
      </View>
    </Page>
  );
}
