import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { goBookings } from '../../booking/go';
import { openPage } from '../../chat/choose';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Chip } from '../../components/chip';
import { Icon } from '../../components/icon';
import { Page } from '../../components/page';
import { Tap } from '../../components/tap';
import { Toggle } from '../../components/toggle';
import { useApi } from '../../hooks/use-api';
import { useElder } from '../../hooks/use-elder';
import { useSession } from '../../hooks/use-session';
import { goLawSearch } from '../../law/go';
import { goOwnPieces, goRules } from '../../moderation/go';
import { goClaimDesk, goCounter, goFamilyPoints, goHousehold } from '../../points/go';
import { goPrivacy } from '../../privacy/go';
import { inWechat } from '../../services/platform';
import { refreshMe } from '../../services/session';
import { Line } from './line';
import { ProfileSheet } from './profile-sheet';
import { DevicesSheet, PrivacyText } from './sheets';
import { VillageSheet } from './village-sheet';
import { WalletSheet } from './wallet-sheet';
import './index.scss';

type Open = 'profile' | 'village' | 'devices' | 'privacy' | 'wallet';

/** 我的: who one is here, where one lives, how the desk should look, and what it knows. */
export default function MePage() {
  const { me, signedIn, may, choose, signOut } = useSession();
  const { elder, switchElder } = useElder();
  const fresh = useApi('me.get', {});
  const templates = useApi('notifications.templates', {}, { enabled: signedIn });
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const person = fresh.data ?? me;
  const left = Math.max(0, ...(templates.data?.items ?? []).map(({ remaining }) => remaining));
  const remindersLeft = left > 0 ? `还能提醒您 ${left} 次` : '只在这里通知您';

  useEffect(() => {
    if (fresh.data) refreshMe(fresh.data);
  }, [fresh.data]);

  return (
    <Page title="我的">
      {person ? (
        <Card>
          <Tap className="me-person" onTap={() => setOpen('profile')}>
            <View className="me-mark">{person.name.slice(0, 1)}</View>
            <View className="me-words">
              <View className="me-name">{person.nickname ?? person.name}</View>
              <View className="second">{person.phoneMasked ?? '还没有留电话'}</View>
              {person.posts.map((post) => (
                <View key={`${post.kind}${post.placeCode}`} className="small">
                  {[post.label, post.departmentName ?? post.placeName].filter(Boolean).join(' · ')}
                </View>
              ))}
            </View>
          </Tap>
        </Card>
      ) : (
        <Card title="还没有登录">
          <View className="second me-hint">看、问都不用登录；报事情时再选人物也可以。</View>
          {!inWechat && <Button onTap={choose}>选一个人物</Button>}
        </Card>
      )}
      {may('workbench') && (
        <Card tight>
          <Line icon="list" label="工作台" onTap={() => openPage('/packages/staff/pages/queue/index')} />
          {may('bookFor') && (
            <Line icon="calendar" label="代约法律顾问" onTap={() => openPage('/packages/staff/pages/book-for/index')} />
          )}
          {person?.posts.some(({ kind }) => kind === 'DEPARTMENT_CLERK') && (
            <Line
              icon="talk"
              label="居民问部门"
              onTap={() => openPage('/packages/staff/pages/topic-questions/index')}
            />
          )}
          {may('countersign') && (
            <Line icon="phone" label="电话提醒" onTap={() => openPage('/packages/staff/pages/calls/index')} />
          )}
          {may('countersign') && (
            <Line icon="check" label="顾问到点确认" onTap={() => openPage('/packages/staff/pages/countersign/index')} />
          )}
          {may('pointsKeep') && (
            <Line icon="star" label="积分超市" onTap={() => openPage('/packages/staff/pages/shop/index')} />
          )}
          <Line
            icon="check"
            label="登录电脑"
            value="扫电脑上的码"
            onTap={() => openPage('/packages/staff/pages/desktop/index')}
          />
          {may('codes') && (
            <Line
              icon="pin"
              label="扫码牌"
              value="做码、打印"
              onTap={() => openPage('/packages/staff/pages/codes/index')}
            />
          )}
          {may('claims') && <Line icon="star" label="积分核对和评议" onTap={goClaimDesk} />}
          {may('claims') && (
            <Line icon="me" label="户的登记" onTap={() => openPage('/packages/staff/pages/households/index')} />
          )}
          {(may('pointsKeep') || may('supervise')) && (
            <Line icon="list" label="积分规则" onTap={() => openPage('/packages/staff/pages/point-rules/index')} />
          )}
          {may('learning') && (
            <Line icon="talk" label="小翠学说话" onTap={() => openPage('/packages/staff/pages/examples/index')} />
          )}
          {may('privacy') && (
            <Line icon="me" label="个人信息请求" onTap={() => openPage('/packages/staff/pages/data-requests/index')} />
          )}
        </Card>
      )}
      <Card tight>
        <Line
          icon="bell"
          label="通知"
          onTap={() => openPage('/packages/ticket/pages/notices/index')}
          extra={
            person && person.unreadNotifications > 0 && <Chip tone="red">{`${person.unreadNotifications} 条未读`}</Chip>
          }
        />
        {signedIn && <Line icon="clock" label="微信提醒" value={remindersLeft} onTap={() => setOpen('wallet')} />}
        <Line icon="scale" label="约律师" value="预约和排队" onTap={goBookings} />
        <Line icon="star" label="我家积分" value="余额、流水和规则" onTap={goFamilyPoints} />
        {person?.posts.some(({ kind }) => kind === 'MERCHANT' || kind === 'GRID_LEAD') && (
          <Line icon="check" label="兑换点" value="扫取货码发东西" onTap={goCounter} />
        )}
        {person?.posts.some(({ kind }) => kind === 'REVIEWER') && (
          <Line icon="check" label="积分评议" value="轮到我评的" onTap={goClaimDesk} />
        )}
        <Line icon="search" label="查法律" value="常见问题和条文" onTap={() => goLawSearch()} />
        <Line
          icon="pin"
          label="我住在"
          value={person?.homeVillage?.label ?? '还没有选'}
          onTap={() => (signedIn ? setOpen('village') : choose())}
        />
        {signedIn && (
          <Line icon="me" label="家庭" value={person?.household?.name ?? '还没有登记'} onTap={goHousehold} />
        )}
        <View className="me-line">
          <Icon name="sound" />
          <View className="me-line-label">
            <View>长辈版</View>
            <View className="small">字大、步骤少、能朗读</View>
          </View>
          <Toggle on={elder} label="长辈版" onChange={(on) => void switchElder(on)} />
        </View>
      </Card>
      <Card tight>
        {signedIn && <Line icon="phone" label="登录的设备" onTap={() => setOpen('devices')} />}
        {signedIn && <Line icon="talk" label="我发的内容" value="核对到哪了" onTap={goOwnPieces} />}
        <Line icon="list" label="公开内容的规则" onTap={goRules} />
        {signedIn && <Line icon="me" label="我的隐私" value="存了什么、下载、请求" onTap={goPrivacy} />}
        <Line icon="check" label="怎么保护您的信息" onTap={() => setOpen('privacy')} />
      </Card>
      {signedIn && !inWechat && (
        <View className="buttons">
          <Button kind="plain" onTap={choose}>
            换一个人物
          </Button>
          <Button kind="plain" onTap={() => void signOut()}>
            退出
          </Button>
        </View>
      )}
      <View className="small me-foot">演示数据里的人和事是编的，网格是合成的</View>
      {open === 'profile' && person && <ProfileSheet me={person} onClose={close} />}
      {open === 'village' && <VillageSheet onClose={close} />}
      {open === 'devices' && <DevicesSheet onClose={close} />}
      {open === 'privacy' && <PrivacyText onClose={close} />}
      {open === 'wallet' && <WalletSheet onClose={close} />}
    </Page>
  );
}
