import { View } from '@tarojs/components';
import { useState } from 'react';
import { Row } from '../../../../components/card';
import { MapView } from '../../../../components/map-view';
import { Tap } from '../../../../components/tap';
import type { Ticket } from '../../actions/draft';
import { levelNames } from '../../model/filters';
import { RevealSheet } from '../reveal-sheet';
import './index.scss';

/** Where it is and what is known about it: map, resident, level, limits, lead, assists, why it came here, what is near. */
export function CaseFacts({ ticket, aspect }: { ticket: Ticket; aspect: number }) {
  const { grid, position, responsible, leadUnitName } = ticket;
  const pins = position ? [{ id: ticket.id, label: ticket.title, ...position }] : [];
  return (
    <View className="case-facts">
      {(grid || position) && (
        <MapView
          shapes={grid ? [grid] : []}
          pins={pins}
          aspect={aspect}
          label={`${ticket.placeLabel}，${ticket.address}`}
        />
      )}
      <ReporterRow ticket={ticket} />
      <Row label="等级">
        {levelNames[ticket.level]}
        <View className="small">{ticket.categoryName}</View>
      </Row>
      <Row label="时限">
        {ticket.clock.dueText}
        {ticket.clock.provisional && <View className="small">这一年的放假安排还没公布，可能会变</View>}
        {ticket.pauseReason && <View className="small">挂起：{ticket.pauseReason}</View>}
      </Row>
      <Row label="牵头">
        {responsible ? `${responsible.name}（${responsible.role}）` : leadUnitName}
        {responsible && responsible.name !== leadUnitName && <View className="small">{leadUnitName}</View>}
      </Row>
      <AssistRow ticket={ticket} />
      {ticket.routing.length > 0 && (
        <Row label="交办">
          {ticket.routing.map(({ to, because }) => (
            <View key={to} className="case-hop">
              {to}
              <View className="small">{because}</View>
            </View>
          ))}
        </Row>
      )}
      {ticket.nearbyCount > 0 && <Row label="附近">50 米内 {ticket.nearbyCount} 件同类</Row>}
      {ticket.duplicateOfNo && <Row label="并入">{ticket.duplicateOfNo}</Row>}
      <RatingRow ticket={ticket} />
      <Row label="编号">
        <View className="case-no">{ticket.no}</View>
      </Row>
    </View>
  );
}

function ReporterRow({ ticket: { id, reporter, anonymous, confidential, followerCount } }: { ticket: Ticket }) {
  const [asking, setAsking] = useState(false);
  const [phone, setPhone] = useState<string>();
  const state = [confidential && '保密件', anonymous && '匿名', followerCount > 0 && `另 ${followerCount} 户也遇到`];
  return (
    <Row label="居民">
      {reporter.label}
      <View className="small">
        {[...state, phone ?? (reporter.hidden ? '身份已隐藏' : reporter.phoneMasked)].filter(Boolean).join(' · ')}
      </View>
      {reporter.mayReveal && !phone && (
        <Tap className="case-link" onTap={() => setAsking(true)} label="说明理由后查看电话">
          说明理由后查看电话
        </Tap>
      )}
      {asking && <RevealSheet ticketId={id} onClose={() => setAsking(false)} onShown={setPhone} />}
    </Row>
  );
}

const assistStates = { OPEN: '', DONE: '已完成', CANCELLED: '已取消' };

function AssistRow({ ticket: { assists } }: { ticket: Ticket }) {
  if (assists.length === 0) return null;
  return (
    <Row label="协办">
      {assists.map(({ id, unitName, request, dueText, state, result }) => (
        <View key={id} className="case-hop">
          {unitName}
          <View className="small">{request}</View>
          <View className="small">{[assistStates[state] || dueText, result].filter(Boolean).join(' · ')}</View>
        </View>
      ))}
    </Row>
  );
}

function RatingRow({ ticket: { rating } }: { ticket: Ticket }) {
  if (!rating) return null;
  const said = [
    rating.contacted ? '联系了' : '没联系',
    rating.solved ? '解决了' : '没解决',
    rating.satisfied ? '满意' : '不满意',
  ];
  return (
    <Row label="评价">
      {said.join(' · ')}
      {rating.note && <View className="small">{rating.note}</View>}
    </Row>
  );
}
