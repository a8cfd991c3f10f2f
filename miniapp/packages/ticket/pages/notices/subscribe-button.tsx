import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { useApi } from '../../../../hooks/use-api';
import { useCommand } from '../../../../hooks/use-command';
import { inWechat } from '../../../../services/platform';

type Consent = 'accept' | 'reject' | 'ban' | 'filter';
const consents: readonly string[] = ['accept', 'reject', 'ban', 'filter'];
/** WeChat asks about three templates at once, not more. */
const atOnce = 3;

/** Asks WeChat whether the desk may send messages about this person's matters. In the browser there is nothing to ask. */
export function SubscribeButton() {
  const templates = useApi('notifications.templates', {}, { enabled: inWechat });
  const subscribed = useCommand('notifications.subscribed', '已记下');
  const items = templates.data?.items ?? [];
  if (!inWechat || items.length === 0) return null;

  const ask = async () => {
    const scarcest = [...items].sort((one, other) => one.remaining - other.remaining).slice(0, atOnce);
    const tmplIds = scarcest.map((template) => template.templateId);
    const answer = await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] }).catch(() => undefined);
    if (!answer) return;
    const said = Object.entries(answer as unknown as Record<string, unknown>);
    const results = said.filter(([id, value]) => tmplIds.includes(id) && consents.includes(String(value)));
    if (results.length > 0) subscribed.mutate({ results: Object.fromEntries(results) as Record<string, Consent> });
  };
  return (
    <Card>
      <View>有进展时用微信告诉您，要您同意一次发一次。</View>
      <View className="buttons notices-ask">
        <Button kind="plain" icon="bell" onTap={() => void ask()} busy={subscribed.isPending}>
          同意微信通知
        </Button>
      </View>
    </Card>
  );
}
