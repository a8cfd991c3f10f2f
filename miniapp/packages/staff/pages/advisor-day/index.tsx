import { View } from '@tarojs/components';
import { useState } from 'react';
import { Answer, Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { allOf, type Span, spanOf } from '../../advisor/week';
import { Desk } from '../../components/desk';
import { VisitColumn } from '../../components/visit-column';
import { useWide } from '../../hooks/use-wide';
import { goVisit } from '../../model/go';
import { DayList } from './list';

/** The advisor's day and week. On a desktop the chosen booking stands beside the list. */
export default function AdvisorDayPage() {
  const [span, setSpan] = useState<Span>('week');
  const [chosen, setChosen] = useState<string>();
  const wide = useWide();
  const query = useApi('advisor.agenda', spanOf(span, new Date()), { every: 60_000 });
  const items = query.data ? allOf(query.data) : [];
  const known = items.some(({ id }) => id === chosen);
  const selected = wide ? (known ? chosen : items[0]?.id) : undefined;
  const booking = useApi('bookings.get', { id: selected ?? '' }, { enabled: Boolean(selected) });
  const list = (
    <DayList
      query={query}
      span={span}
      selected={selected}
      onSpan={setSpan}
      onOpen={(id) => (wide ? setChosen(id) : goVisit(id))}
    />
  );
  return (
    <Page title="日程" wide>
      <Desk
        room="visits"
        list={list}
        main={
          wide &&
          (selected ? (
            <Answer query={booking}>{(found) => <VisitColumn key={found.id} booking={found} room={2} />}</Answer>
          ) : (
            <View>
              <Notice title="左边选一个预约，就在这里办" />
            </View>
          ))
        }
      />
    </Page>
  );
}
