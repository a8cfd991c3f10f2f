import { View } from '@tarojs/components';
import { dial } from '../../../../chat/choose';
import { Card, Row } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { toneOf } from '../../../../components/clock-chip';
import { Icon } from '../../../../components/icon';
import { MapView } from '../../../../components/map-view';
import { PhotoGrid } from '../../../../components/photo-grid';
import { Tap } from '../../../../components/tap';
import { access } from '../../../../components/tap/access';
import { Timeline } from '../../../../components/timeline';
import type { TicketDetail } from './actions';
import './story.scss';

/** What there is to see of a matter, the most important first: how it stands, the photos, what happened, who and why. */
export function Story({ ticket }: { ticket: TicketDetail }) {
  return (
    <>
      <Headline ticket={ticket} />
      {ticket.photos.length > 0 && (
        <Card>
          <PhotoGrid photos={ticket.photos} captions />
        </Card>
      )}
      <Card>
        <Timeline steps={ticket.steps} />
      </Card>
      <Routing ticket={ticket} />
      <Facts ticket={ticket} />
      {ticket.rating && <Rating rating={ticket.rating} />}
    </>
  );
}

function Headline({ ticket }: { ticket: TicketDetail }) {
  const { clock, headline, statusText, pauseReason, duplicateOfNo, followerCount } = ticket;
  const percent = Math.round(clock.elapsed * 100);
  return (
    <Card>
      <View className="headline">
        <View className="headline-words">
          <View className="headline-title">{headline}</View>
          <View className="second">{[clock.text, clock.dueText].filter(Boolean).join(' · ')}</View>
        </View>
        <Chip tone={toneOf(clock)}>{statusText}</Chip>
      </View>
      {clock.state !== 'done' && (
        <View className="clock" {...access({ role: 'img', label: `时限已过去 ${percent}%` })}>
          <View className={`clock-gone clock-${clock.state}`} style={{ width: `${percent}%` }} />
        </View>
      )}
      {clock.provisional && <View className="small">明年的放假安排还没有公布，时限可能会调整。</View>}
      {pauseReason && <View className="second">暂停原因：{pauseReason}</View>}
      {duplicateOfNo && <View className="second">已并入 {duplicateOfNo}，进展以那一件为准。</View>}
      {followerCount > 0 && <View className="second">另有 {followerCount} 位邻居也遇到。</View>}
    </Card>
  );
}

function Routing({ ticket }: { ticket: TicketDetail }) {
  const { grid, position, responsible, routing, assists } = ticket;
  return (
    <Card title="交给谁，为什么">
      {(grid || position) && (
        <MapView
          shapes={grid ? [grid] : []}
          pins={position ? [{ id: 'here', label: '这件事的位置', ...position }] : []}
          label={grid ? `地图：${grid.label}` : '地图：这件事的位置'}
        />
      )}
      {responsible && (
        <Row label="负责人" action={responsible.phone && <Call name={responsible.name} phone={responsible.phone} />}>
          <View>
            {responsible.role} {responsible.name}
          </View>
        </Row>
      )}
      <Row label="牵头">{ticket.leadUnitName}</Row>
      {assists.map((assist) => (
        <Row key={assist.id} label="协办">
          <View>{assist.unitName}</View>
          <View className="small">{assist.state === 'DONE' ? `已办完：${assist.result ?? ''}` : assist.dueText}</View>
        </Row>
      ))}
      {routing.map((hop) => (
        <Row key={`${hop.to}${hop.because}`} label="转到">
          <View>{hop.to}</View>
          <View className="small">{hop.because}</View>
        </Row>
      ))}
    </Card>
  );
}

function Call({ name, phone }: { name: string; phone: string }) {
  return (
    <Tap className="call" onTap={() => dial(phone)} label={`打电话给${name}`}>
      <Icon name="phone" />
    </Tap>
  );
}

function Facts({ ticket }: { ticket: TicketDetail }) {
  return (
    <Card title="您说的">
      <Row label="事情">{ticket.description}</Row>
      <Row label="地点">{ticket.address || ticket.placeLabel}</Row>
      <Row label="分类">{ticket.categoryName}</Row>
      <Row label="编号">{ticket.no}</Row>
      {(ticket.anonymous || ticket.confidential) && (
        <Row label="保密">{ticket.anonymous ? '匿名，办理的人看不到您是谁' : '已保密，只有中心能看到您是谁'}</Row>
      )}
    </Card>
  );
}

function Rating({ rating }: { rating: NonNullable<TicketDetail['rating']> }) {
  const said = (yes: boolean) => (yes ? '是' : '不是');
  return (
    <Card title="您的评价">
      <Row label="联系了">{said(rating.contacted)}</Row>
      <Row label="解决了">{said(rating.solved)}</Row>
      <Row label="满意">{said(rating.satisfied)}</Row>
      {rating.note && <Row label="补充">{rating.note}</Row>}
    </Card>
  );
}
