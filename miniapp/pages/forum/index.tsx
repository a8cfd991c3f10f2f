import { View } from '@tarojs/components';

/** 议事 */
export default function Page() {
  return <View>议事</View>;
}
