import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { useCommand } from '../../../../hooks/use-command';

type Call = Output<'calls.list'>['items'][number];

/** For the village: whom to ring about a booking, because no message reached them. */
export default function CallsPage() {
  const query = useApi('calls.list', {}, { every: 60_000 });
  return (
    <Page title="电话提醒" query={query}>
      {({ items }) => {
        const [waiting, made] = [items.filter(({ doneText }) => !doneText), items.filter(({ doneText }) => doneText)];
        return (
          <>
            {waiting.map((call) => (
              <CallCard key={call.id} call={call} />
            ))}
            {waiting.length === 0 && (
              <Notice title="没有要打的电话" detail="约了法律顾问、微信提醒又送不到的居民，会出现在这里。" />
            )}
            {made.length > 0 && (
              <Card title="七天内打过的">
                <View className="fields">
                  {made.map(({ id, personName, aboutText, doneText }) => (
                    <View key={id}>
                      <View>{`${personName} · ${aboutText}`}</View>
                      <View className="small">{doneText}</View>
                    </View>
                  ))}
                </View>
              </Card>
            )}
          </>
        );
      }}
    </Page>
  );
}

function CallCard({ call: { id, personName, aboutText, reasonText, wordsText } }: { call: Call }) {
  const show = useCommand('calls.show');
  const finish = useCommand('calls.finish', '记下了');
  const phone = show.data?.phone;
  return (
    <Card title={`给${personName}打电话`}>
      <View className="fields">
        <View>{aboutText}</View>
        <View className="second">{reasonText}</View>
        <View className="small">{`可以这样说：${wordsText}`}</View>
        {show.data && <View>{phone ?? '没有留电话，请上门说一声'}</View>}
        <View className="buttons">
          {!show.data && (
            <Button icon="phone" onTap={() => show.mutate({ id })} busy={show.isPending}>
              看电话
            </Button>
          )}
          {phone && (
            <Button icon="phone" onTap={() => void Taro.makePhoneCall({ phoneNumber: phone })}>
              打电话
            </Button>
          )}
        </View>
        <View className="buttons buttons-wrap">
          <Button kind="plain" onTap={() => finish.mutate({ id, outcome: 'TOLD' })} busy={finish.isPending}>
            电话说到了
          </Button>
          <Button kind="plain" onTap={() => finish.mutate({ id, outcome: 'VISITED' })} busy={finish.isPending}>
            上门说到了
          </Button>
          <Button kind="quiet" onTap={() => finish.mutate({ id, outcome: 'UNREACHED' })} busy={finish.isPending}>
            没有联系上
          </Button>
        </View>
      </View>
    </Card>
  );
}
