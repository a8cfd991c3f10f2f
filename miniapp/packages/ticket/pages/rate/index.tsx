import { View } from '@tarojs/components';

/** 评价 */
export default function Page() {
  return <View>评价</View>;
}
