import { View } from '@tarojs/components';

/** 我的事 */
export default function Page() {
  return <View>我的事</View>;
}
