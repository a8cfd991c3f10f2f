import { View } from '@tarojs/components';

/** 我的 */
export default function Page() {
  return <View>我的</View>;
}
