import { View } from '@tarojs/components';

/** 服务台 */
export default function Page() {
  return <View>服务台</View>;
}
