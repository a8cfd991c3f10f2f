import { View } from '@tarojs/components';

/** 这件事 */
export default function Page() {
  return <View>这件事</View>;
}
