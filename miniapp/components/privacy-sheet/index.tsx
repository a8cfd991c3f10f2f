import { Button, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { answerPrivacy, privacyStore } from '../../services/privacy';
import { useStore } from '../../services/store';
import { Sheet } from '../sheet';
import { Tap } from '../tap';
import './index.scss';

const agreeId = 'privacy-agree';

/** What WeChat requires before location, album or microphone open: the guideline, and a real choice. */
export function PrivacySheet() {
  const { asking } = useStore(privacyStore);
  if (!asking) return null;
  return (
    <Sheet title="使用前请您看一下" onClose={() => answerPrivacy(false, agreeId)}>
      <View>位置只用来找到负责您那里的网格，照片和声音只用在您这件事上。不同意也可以打字说明。</View>
      <Tap
        onTap={() => void Taro.openPrivacyContract({})}
        className="privacy-link"
        role="link"
        label="看用户隐私保护指引"
      >
        看《用户隐私保护指引》
      </Tap>
      <View className="buttons">
        <Button className="privacy-button" onClick={() => answerPrivacy(false, agreeId)}>
          不同意
        </Button>
        <Button
          id={agreeId}
          className="privacy-button privacy-yes"
          openType="agreePrivacyAuthorization"
          onAgreePrivacyAuthorization={() => answerPrivacy(true, agreeId)}
        >
          同意
        </Button>
      </View>
    </Sheet>
  );
}
