import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { useSession } from '../../../../hooks/use-session';
import { VillageSheet } from '../../../../pages/me/village-sheet';
import { wordsOfParam } from '../../../../services/params';
import { BookForm } from './form';
import { MoveForm } from './move';
import './index.scss';

/** 约律师: the village's advisor, the days, the times. With `move` it chooses another time for a booking. */
export default function BookPage() {
  const { params } = useRouter();
  const { me } = useSession();
  const [asking, setAsking] = useState(false);
  const move = params.move ?? '';
  const moving = useApi('bookings.get', { id: move }, { enabled: move !== '' });
  const villageCode = params.villageCode ?? me?.homeVillage?.code;

  if (move) {
    return (
      <Page title="换个时间" query={moving}>
        {(booking) => <MoveForm booking={booking} />}
      </Page>
    );
  }
  if (me && !villageCode) {
    return (
      <Page title="约律师">
        <Notice
          title="您住在哪个村（社区）"
          detail="每个村（社区）都有自己的法律顾问，先选一次，以后不用再选。"
          next={{ label: '选村（社区）', onTap: () => setAsking(true) }}
        />
        {asking && <VillageSheet onClose={() => setAsking(false)} />}
      </Page>
    );
  }
  return <BookForm villageCode={villageCode} advisorId={params.advisorId} said={wordsOfParam(params.matter)} />;
}
