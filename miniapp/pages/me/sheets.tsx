import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../components/button';
import { Answer } from '../../components/page';
import { Sheet } from '../../components/sheet';
import { useApi } from '../../hooks/use-api';
import { useCommand } from '../../hooks/use-command';
import { inWechat } from '../../services/platform';

const day = (iso: string) => {
  const date = new Date(Date.parse(iso) + 8 * 3_600_000);
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
};

/** Where this person is signed in; any of them can be ended at once. Dates are in Asia/Shanghai. */
export function DevicesSheet({ onClose }: { onClose: () => void }) {
  const sessions = useApi('auth.sessions', {});
  const revoke = useCommand('auth.revokeSession', '已下线');
  return (
    <Sheet title="登录的设备" onClose={onClose}>
      <Answer query={sessions}>
        {({ items }) => (
          <>
            {items.map((session) => (
              <View key={session.id} className="me-device">
                <View className="me-line-label">
                  <View>{session.current ? '这台设备' : session.name}</View>
                  <View className="small">
                    {day(session.createdAt)}
                    {session.desktop ? '由手机确认登录' : '登录'}，{day(session.expiresAt)}到期
                  </View>
                </View>
                {!session.current && (
                  <Button kind="quiet" onTap={() => revoke.mutate({ id: session.id })} busy={revoke.isPending}>
                    让它下线
                  </Button>
                )}
              </View>
            ))}
          </>
        )}
      </Answer>
    </Sheet>
  );
}

const promises = [
  ['位置', '只在您点“在地图上指”或“用我现在的位置”时取一次，用来找负责的网格。照片里带的位置会去掉。'],
  ['照片和文字', '只给办您这件事的人看；链接有时限，过期就打不开。'],
  ['电话', '平时隐藏中间四位；工作人员要看，先说明理由，并留下记录。'],
  ['匿名和保密', '可以匿名报；反映工作人员的事直接到区中心，不经过网格，也不显示您是谁。'],
  ['声音', '只在您说话时转成文字，不保存录音。'],
] as const;

/** What the desk knows about a person and who may see it, in plain words. */
export function PrivacyText({ onClose }: { onClose: () => void }) {
  return (
    <Sheet title="怎么保护您的信息" onClose={onClose}>
      {promises.map(([title, text]) => (
        <View key={title}>
          <View className="strong">{title}</View>
          <View className="second">{text}</View>
        </View>
      ))}
      {inWechat && (
        <Button kind="plain" onTap={() => void Taro.openPrivacyContract({})}>
          看用户隐私保护指引
        </Button>
      )}
    </Sheet>
  );
}
