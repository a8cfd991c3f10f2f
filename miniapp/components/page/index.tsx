import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { AppError } from '#shared/errors';
import { useElder } from '../../hooks/use-elder';
import { useSession } from '../../hooks/use-session';
import { Offline } from '../../services/api';
import { inWechat } from '../../services/platform';
import { PersonSheet } from '../person-sheet';
import { PrivacySheet } from '../privacy-sheet';
import { Notice, Skeleton } from '../state';
import { access } from '../tap/access';
import { TopBar } from './top-bar';
import './index.scss';

interface Frame {
  /** In the browser's top bar. In WeChat the native bar has the title of the page's config. */
  title: string;
  /** Fills the screen exactly; the page scrolls inside itself (the chat). */
  fill?: boolean;
  /** Takes the whole width of a desktop instead of the residents' 480 px column (the workbench). */
  wide?: boolean;
  /** What stays at the bottom, in sight. */
  foot?: ReactNode;
}

interface Plain extends Frame {
  query?: undefined;
  children: ReactNode;
}

/** What a screen needs to know of a question; any of the query hooks gives it. */
export interface Asked<T> {
  data: T | undefined;
  error: AppError | null;
  fetchStatus: 'fetching' | 'paused' | 'idle';
  refetch: () => Promise<unknown>;
}

interface Asking<T> extends Frame {
  query: Asked<T>;
  children: (answer: T) => ReactNode;
}

/** Every page's root: elder mode, the column, the sheets any page may need, and the states every screen has. */
export function Page<T>(props: Plain | Asking<T>) {
  const { elder } = useElder();
  const { title, fill, wide, foot } = props;
  const classes = [
    'screen',
    elder && 'elder',
    fill && 'screen-fill',
    wide && 'screen-wide',
    inWechat && 'screen-wechat',
  ];
  return (
    <View className={classes.filter(Boolean).join(' ')}>
      {!inWechat && <TopBar title={title} />}
      <View className="screen-body" {...access({ role: 'main' })}>
        {props.query ? <Answer query={props.query}>{props.children}</Answer> : props.children}
      </View>
      {foot && <View className="screen-foot">{foot}</View>}
      <PersonSheet />
      {inWechat && <PrivacySheet />}
    </View>
  );
}

/** The states of one question: loading, not signed in, failed with nothing, failed with something older, answered. */
export function Answer<T>({ query, children }: { query: Asked<T>; children: (answer: T) => ReactNode }) {
  const { signedIn, choose } = useSession();
  const { data, error } = query;
  const again = { label: '重试', onTap: () => void query.refetch() };
  if (data !== undefined) {
    return (
      <>
        {error && <View className="screen-stale">{stale(error)}</View>}
        {children(data)}
      </>
    );
  }
  if (error) return <Notice title={error.message} detail={kept(error)} next={again} />;
  if (!signedIn && !inWechat && query.fetchStatus === 'idle') {
    return (
      <Notice
        title="还没有选人物"
        detail="这是演示：选一个人物，就能看到他的事。"
        next={{ label: '选一个人物', onTap: choose }}
      />
    );
  }
  return <Skeleton />;
}

const kept = (error: AppError) => (error instanceof Offline ? '网络恢复后点重试，您写过的内容都还在。' : undefined);
const stale = (error: AppError) =>
  error instanceof Offline ? '网络不太好，下面是刚才看到的内容' : `${error.message}，下面是刚才看到的内容`;
