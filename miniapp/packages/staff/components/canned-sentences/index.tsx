import { ScrollView, View } from '@tarojs/components';
import { Tap } from '../../../../components/tap';
import { useApi } from '../../../../hooks/use-api';
import type { StaffAction } from '../../actions/draft';
import './index.scss';

/** Ready-made sentences for this category and state; tapping one writes it, to be changed before it is sent. */
export function CannedSentences({
  ticketId,
  action,
  onPick,
}: {
  ticketId: string;
  action: StaffAction;
  onPick: (text: string) => void;
}) {
  const { data } = useApi('workbench.canned', { ticketId, action });
  if (!data || data.items.length === 0) return null;
  return (
    <View>
      <View className="field-label">规范用语，点一下填进去</View>
      <ScrollView scrollX className="canned" enhanced showScrollbar={false}>
        <View className="canned-row">
          {data.items.map(({ id, text }) => (
            <Tap key={id} className="canned-one" onTap={() => onPick(text)} label={`填入：${text}`}>
              <View className="canned-text">{text}</View>
            </Tap>
          ))}
        </View>
      </ScrollView>
    </View>
  );
}
