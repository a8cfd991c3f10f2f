import { useRouter } from '@tarojs/taro';
import { Page } from '../../../../components/page';
import { goBack } from '../../../../components/page/top-bar';
import { Desk } from '../../components/desk';
import { TalkColumn } from '../../components/talk-column';

/** The talk with one resident. */
export default function TalkPage() {
  const { id = '' } = useRouter().params;
  return (
    <Page title="对话" wide>
      <Desk room="talks" plain main={<TalkColumn id={id} onFinished={goBack} />} />
    </Page>
  );
}
