import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { openPage } from '../../../../chat/choose';
import { Button } from '../../../../components/button';
import { Answer, Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { Tap } from '../../../../components/tap';
import { access } from '../../../../components/tap/access';
import { useCommand } from '../../../../hooks/use-command';
import { usePages } from '../../../../hooks/use-pages';
import { SubscribeCard } from './subscribe-card';
import './index.scss';

/** 通知: what happened to this person's matters; opening one marks it as read. */
export default function NoticesPage() {
  const { query, more, hasMore } = usePages('notifications.list', { limit: 20 });
  const read = useCommand('notifications.markRead');
  const unread = query.data?.some((notice) => !notice.read) ?? false;
  return (
    <Page title="通知">
      <SubscribeCard />
      {unread && (
        <Button kind="quiet" className="notices-all" onTap={() => read.mutate({})} busy={read.isPending}>
          全部标为已读
        </Button>
      )}
      <Answer query={query}>
        {(notices) => (
          <>
            {notices.map(({ id, title, body, atText, page, ticketId, ...notice }) => (
              <Tap
                key={id}
                className="notice-item"
                onTap={() => {
                  if (!notice.read) read.mutate({ ids: [id] });
                  const url = ticketId ? `/packages/ticket/pages/detail/index?id=${ticketId}` : page;
                  if (url) openPage(url.startsWith('/') ? url : `/${url}`);
                }}
              >
                <View className="notice-head">
                  {!notice.read && <View className="notice-dot" {...access({ role: 'img', label: '未读' })} />}
                  <View className="notice-name">{title}</View>
                  <View className="small">{atText}</View>
                </View>
                <View className="second">{body}</View>
              </Tap>
            ))}
            {hasMore && (
              <Button kind="quiet" onTap={more} busy={query.isFetchingNextPage}>
                看更多
              </Button>
            )}
            {notices.length === 0 && (
              <Notice
                title="还没有通知"
                next={{ label: '去服务台', onTap: () => void Taro.switchTab({ url: '/pages/chat/index' }) }}
              />
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}
