import { View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Toggle } from '../../../../components/toggle';
import { useApi } from '../../../../hooks/use-api';
import { useCommand } from '../../../../hooks/use-command';

/** Whether the desk may learn from what this person says; off until it is switched on, and off again at any time. */
export function LearningCard() {
  const { data } = useApi('learning.choice', {});
  const choose = useCommand('learning.choose', '记下了', true);
  if (!data) return null;
  return (
    <Card title="帮小翠学说话">
      <View className="privacy-kind-head">
        <View className="second">
          小翠听错、工作人员改派过的事，去掉姓名、电话、门牌这些以后，留下一句话给人看过再学。不同意也照常办事。
        </View>
        <Toggle on={data.agreed} label="同意小翠学我说的话" onChange={(agreed) => choose.mutate({ agreed })} />
      </View>
      {data.examples > 0 && <View className="small">现在留着 {data.examples} 句，关掉马上全部删除。</View>}
    </Card>
  );
}
