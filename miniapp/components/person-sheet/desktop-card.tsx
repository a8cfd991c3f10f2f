import { Image, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { Output } from '#shared/contract';
import type { AppError } from '#shared/errors';
import { adopt, callAsMe } from '../../services/session';
import { Button } from '../button';
import { Notice, Skeleton } from '../state';

type Begun = Output<'auth.desktopBegin'>;
type State = Output<'auth.desktopPoll'>['state'];

const askEveryMs = 2_000;
const told: Readonly<Record<State, string>> = {
  waiting: '打开微信小程序「翠屏服务台」，在“我的 - 登录电脑”里扫这个码。',
  seen: '手机上看到了，请点“确认登录”。',
  confirmed: '正在进入……',
  refused: '手机上没有同意。',
  over: '这个码过期了。',
};

/** Signing in on a computer: a code that the phone of a member of staff scans or types, then confirms. */
export function DesktopCard() {
  const [begun, setBegun] = useState<Begun>();
  const [state, setState] = useState<State>('waiting');
  const [problem, setProblem] = useState<AppError>();

  const begin = () => {
    setProblem(undefined);
    setBegun(undefined);
    setState('waiting');
    callAsMe('auth.desktopBegin', {}).then(setBegun, setProblem);
  };
  useEffect(begin, []);
  useEffect(() => {
    if (!begun || state === 'refused' || state === 'over') return;
    const { id, secret } = begun;
    const timer = setInterval(() => {
      callAsMe('auth.desktopPoll', { id, secret }).then(
        ({ state: now, signedIn }) => {
          setState(now);
          if (signedIn) adopt(signedIn.token, signedIn.me);
        },
        // The next question comes soon.
        () => undefined,
      );
    }, askEveryMs);
    return () => clearInterval(timer);
  }, [begun, state]);

  if (problem) return <Notice title={problem.message} next={{ label: '重试', onTap: begin }} />;
  if (!begun) return <Skeleton rows={4} />;
  const isOver = state === 'refused' || state === 'over';
  return (
    <View className="desktop-card">
      {!isOver && <Image className="desktop-code" src={begun.qr} ariaLabel="登录码" />}
      {!isOver && <View className="desktop-signs">{begun.code.replace(/(.{4})/, '$1 ')}</View>}
      <View className="second">{told[state]}</View>
      {isOver && (
        <View className="buttons">
          <Button onTap={begin}>换一个码</Button>
        </View>
      )}
    </View>
  );
}
