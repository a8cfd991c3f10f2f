import { View } from '@tarojs/components';
import { Button } from '../components/button';
import type { Conversation, Say } from './types';
import './message.scss';

/** Always in sight while a person has been called or has taken over: who is there, and the way back to the desk. */
export function PersonStrip({ conversation, say }: { conversation: Conversation; say: Say }) {
  const waiting = conversation.mode === 'QUEUED';
  const words = waiting ? '正在等人工，您可以接着说' : `${conversation.agentName ?? '工作人员'}在和您说话`;
  return (
    <View className="strip">
      <View className="strip-words">{words}</View>
      <Button kind="quiet" onTap={() => say({ action: 'back' }, waiting ? '不等了' : '说完了')}>
        {waiting ? '不等了' : '说完了'}
      </Button>
    </View>
  );
}
