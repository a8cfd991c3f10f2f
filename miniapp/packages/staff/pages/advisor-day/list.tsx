import { View } from '@tarojs/components';
import type { Booking } from '../../../../booking/types';
import { Button } from '../../../../components/button';
import { Answer, type Asked } from '../../../../components/page';
import { type Agenda, countWords, type Span, spans, toDo } from '../../advisor/week';
import { FollowUps } from '../../components/follow-ups';
import { PresenceCard } from '../../components/presence-card';
import { ViewTabs } from '../../components/view-tabs';
import { VisitRow } from '../../components/visit-row';
import { goAvailability, goBookFor, goLecture } from '../../model/go';
import './index.scss';

export interface DayListProps {
  query: Asked<Agenda>;
  span: Span;
  selected: string | undefined;
  onSpan: (span: Span) => void;
  onOpen: (id: string) => void;
}

/** What waits for the advisor, then the days with their hours and bookings; signing in on site above. */
export function DayList({ query, span, selected, onSpan, onOpen }: DayListProps) {
  const rows = (items: readonly Booking[], dated = false) =>
    items.map((booking) => (
      <VisitRow
        key={booking.id}
        booking={booking}
        on={booking.id === selected}
        onTap={() => onOpen(booking.id)}
        dated={dated}
      />
    ));
  return (
    <View className="visits">
      <View className="visits-head">
        <View className="visits-title">{query.data ? countWords(query.data) : '日程'}</View>
        <Button kind="quiet" onTap={goAvailability}>
          坐班
        </Button>
        <Button kind="quiet" onTap={goBookFor}>
          代约
        </Button>
        <Button kind="quiet" onTap={goLecture}>
          讲座
        </Button>
      </View>
      <ViewTabs tabs={spans} active={span} onChange={onSpan} />
      <Answer query={query}>
        {(agenda) => {
          const waiting = toDo(agenda);
          return (
            <>
              <PresenceCard visit={agenda.visit} places={agenda.villages} />
              {waiting.length > 0 && (
                <View>
                  <View className="visits-day">
                    <View className="visits-label">等您办的</View>
                  </View>
                  {rows(waiting, true)}
                </View>
              )}
              {agenda.followUps.length > 0 && (
                <View>
                  <View className="visits-day">
                    <View className="visits-label">后续要办的事</View>
                  </View>
                  <FollowUps tasks={agenda.followUps} onOpen={onOpen} />
                </View>
              )}
              {agenda.days.map((day) => (
                <View key={day.date}>
                  <View className="visits-day">
                    <View className="visits-label">{day.label}</View>
                    <View className="small">{hoursWords(day)}</View>
                  </View>
                  {rows(day.items)}
                </View>
              ))}
            </>
          );
        }}
      </Answer>
    </View>
  );
}

/** When and where the advisor sits on a day, and whether anybody has booked it. */
function hoursWords({ windows, note, items }: Agenda['days'][number]): string {
  const hours = windows.map(({ text, place }) => [text, place].filter(Boolean).join(' ')).join('；');
  const free = windows.length > 0 && items.length === 0 ? '还没有人约' : '';
  return [note, hours || (note ? '' : '不坐班'), free].filter(Boolean).join(' · ');
}
