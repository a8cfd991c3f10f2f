import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { useSession } from '../../../../hooks/use-session';
import { VillageSheet } from '../../../../pages/me/village-sheet';
import { wordsOfParam } from '../../../../services/params';
import { EditForm } from './edit-form';
import { RaiseForm } from './raise-form';
import './index.scss';

/** 提一个议题 by hand; with `edit` it writes a new version of one. Words said in the talk come along as `title` and `body`. */
export default function RaisePage() {
  const { params } = useRouter();
  const { me } = useSession();
  const asked = useApi('me.get', {}, { enabled: !me });
  const who = me ?? asked.data;
  const [asking, setAsking] = useState(false);
  const edit = params.edit ?? '';
  const topic = useApi('forum.get', { id: edit }, { enabled: edit !== '' });
  if (edit) {
    return (
      <Page title="改内容" query={topic}>
        {(found) => <EditForm key={found.id} topic={found} />}
      </Page>
    );
  }
  if (!who) {
    return (
      <Page title="提一个议题" query={asked}>
        {() => null}
      </Page>
    );
  }
  const post = who.posts.find(({ kind }) => kind === 'GRID_LEAD' || kind === 'TOWN_CLERK');
  const home = who.homeVillage ?? (post && { code: post.placeCode, label: post.placeName });
  if (!home) {
    return (
      <Page title="提一个议题">
        <Notice
          title="您住在哪个村（社区）"
          detail="议题在住的地方提，附议也按住的地方算。选一次，以后不用再选。"
          next={{ label: '选村（社区）', onTap: () => setAsking(true) }}
        />
        {asking && <VillageSheet onClose={() => setAsking(false)} />}
      </Page>
    );
  }
  return (
    <RaiseForm
      key={home.code}
      owner={who.id}
      home={home}
      townOnly={!who.homeVillage && post?.kind === 'TOWN_CLERK'}
      said={{ title: wordsOfParam(params.title), body: wordsOfParam(params.body) }}
    />
  );
}
