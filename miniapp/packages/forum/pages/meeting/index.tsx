import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { MeetingDesk } from './meeting-desk';
import { PaperDesk } from './paper-desk';
import { PhotoDesk } from './photo-desk';
import { SeatsCard } from './seats-card';
import '../../deliberation/index.scss';
import './index.scss';

/** For chair and recorder: open the meeting, sign people in, keep the minutes, close it, then write, read back and confirm the decision. */
export default function MeetingPage() {
  const { id = '' } = useRouter().params;
  const query = useApi('forum.deliberation', { topicId: id }, { enabled: id !== '', every: 15_000 });
  return (
    <Page title="开会和写结果" query={query}>
      {({ meetings, paper, abilities }) => {
        const meeting = meetings[0];
        if (!meeting) return <Notice title="还没有召集协商会" detail="先由村（社区）召集，提前三天通知。" />;
        const held = meeting.status === 'HELD';
        return (
          <View className="sections">
            {held && (
              <PaperDesk
                key={paper?.version}
                meeting={meeting}
                paper={paper}
                first={abilities.includes('writePaper')}
              />
            )}
            <MeetingDesk meeting={meeting} />
            <SeatsCard meeting={meeting} />
            {held && <PhotoDesk meeting={meeting} />}
          </View>
        );
      }}
    </Page>
  );
}
