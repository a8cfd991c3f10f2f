import { View } from '@tarojs/components';
import { access } from '../../../components/tap/access';
import type { Board } from './types';

type Shares = Board['statements'][number]['shares'];

/** How many agree, disagree and cannot say: a bar of three parts, and the same in words. */
export function ShareBar({ shares, name }: { shares: Shares; name?: string }) {
  const { seen, agree, disagree, pass } = shares;
  const words = seen === 0 ? '还没有人表态' : `同意 ${agree}% · 不同意 ${disagree}% · 说不准 ${pass}%`;
  return (
    <View className="share">
      <View className="share-bar" {...access({ hidden: true })}>
        <View className="share-agree" style={{ width: `${agree}%` }} />
        <View className="share-pass" style={{ width: `${pass}%` }} />
        <View className="share-disagree" style={{ width: `${disagree}%` }} />
      </View>
      <View className="small">{[name, words, seen ? `${seen} 人` : ''].filter(Boolean).join(' · ')}</View>
    </View>
  );
}
