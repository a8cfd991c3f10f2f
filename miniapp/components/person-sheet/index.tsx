import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AppError } from '#shared/errors';
import { useApi } from '../../hooks/use-api';
import { sentenceOf } from '../../hooks/use-command';
import { inWechat } from '../../services/platform';
import { closeChooser, signIn } from '../../services/session';
import { sessionStore } from '../../services/session-store';
import { useStore } from '../../services/store';
import { Button } from '../button';
import { Icon } from '../icon';
import { Sheet } from '../sheet';
import { Notice, Skeleton } from '../state';
import { Tap } from '../tap';
import { DesktopCard } from './desktop-card';
import './index.scss';

/** The demonstration's person chooser, on whichever page asked for it. Never in WeChat, where one is who one is. */
export function PersonSheet() {
  const { chooserOpen } = useStore(sessionStore);
  return chooserOpen && !inWechat ? <Chooser /> : null;
}

function Chooser() {
  const mode = useApi('auth.mode', {});
  const people = useApi('auth.demoPeople', {}, { enabled: mode.data?.demo === true });
  const [entering, setEntering] = useState('');
  const [problem, setProblem] = useState('');
  const [byPhone, setByPhone] = useState(false);

  const enter = (code: string) => {
    if (entering) return;
    setEntering(code);
    setProblem('');
    signIn(code).catch((failure: AppError) => {
      setEntering('');
      setProblem(sentenceOf(failure));
    });
  };

  const failure = mode.error ?? people.error;
  if (mode.data?.demo === false) {
    return (
      <Sheet title="工作人员用手机扫码登录" onClose={closeChooser}>
        <DesktopCard />
        <View className="small">居民请在微信小程序「翠屏服务台」里办理，您写的内容还在。</View>
      </Sheet>
    );
  }
  return (
    <Sheet title="这是演示，选一个人物" onClose={closeChooser}>
      <View className="second">人物、电话和事情都是编的。选好后接着刚才的内容办。</View>
      {byPhone ? (
        <DesktopCard />
      ) : (
        <Button kind="plain" icon="phone" onTap={() => setByPhone(true)}>
          工作人员用手机扫码登录
        </Button>
      )}
      {problem && <View className="person-problem">{problem}</View>}
      {failure && <Notice title={failure.message} next={{ label: '重试', onTap: () => void mode.refetch() }} />}
      {!people.data && !failure && <Skeleton rows={4} />}
      {people.data?.items.map((person) => (
        <Tap
          key={person.id}
          className="person"
          onTap={() => enter(person.code)}
          disabled={Boolean(entering)}
          label={`${person.name}，${person.role}，${person.place}`}
        >
          <View className="person-mark">{person.name.slice(0, 1)}</View>
          <View className="person-words">
            <View className="strong">{person.name}</View>
            <View className="small">{[person.role, person.place].filter(Boolean).join(' · ')}</View>
          </View>
          <Icon name="next" tone="muted" size="s" />
        </Tap>
      ))}
    </Sheet>
  );
}
