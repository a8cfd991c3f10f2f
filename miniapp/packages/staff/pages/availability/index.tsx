import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import type { Kind } from '../../advisor/hours';
import { Desk } from '../../components/desk';
import { HoursSheet } from '../../components/hours-sheet';
import { FeedCard } from './feed';
import { LimitsCard } from './limits';
import { ProfileCard } from './profile';
import { HoursRow } from './row';
import './index.scss';

const groups: readonly { kind: Kind; title: string }[] = [
  { kind: 'WEEKLY', title: '每周坐班' },
  { kind: 'MARKET', title: '赶场到村' },
  { kind: 'DATE', title: '某一天' },
  { kind: 'LEAVE', title: '请假' },
];

/** When, where and how an advisor can be booked, within which limits, and the private calendar feed. */
export default function AvailabilityPage() {
  const query = useApi('advisor.hours', {});
  const [adding, setAdding] = useState(false);
  return (
    <Page title="坐班安排" query={query} wide>
      {(hours) => (
        <Desk
          room="visits"
          plain
          main={
            <View className="hours">
              <View className="buttons">
                <Button onTap={() => setAdding(true)}>加一条安排</Button>
              </View>
              {groups.map(({ kind, title }) => {
                const found = hours.lines.filter((one) => one.kind === kind);
                return (
                  found.length > 0 && (
                    <Card key={kind} title={title} tight>
                      {found.map((line) => (
                        <HoursRow key={line.id} line={line} hours={hours} />
                      ))}
                    </Card>
                  )
                );
              })}
              {hours.lines.length === 0 && <Notice title="还没有排坐班" detail="排上以后，居民才能约到您的时间。" />}
              <LimitsCard hours={hours} />
              <ProfileCard />
              <FeedCard />
              {adding && <HoursSheet hours={hours} onClose={() => setAdding(false)} />}
            </View>
          }
        />
      )}
    </Page>
  );
}
