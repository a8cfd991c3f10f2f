import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Answer, Page } from '../../../../components/page';
import { goRaise } from '../../../../forum/go';
import type { TopicAbility } from '../../../../forum/types';
import { useApi } from '../../../../hooks/use-api';
import { ReportSheet } from '../../../../moderation/report-sheet';
import { ActSheet } from '../../components/act-sheet';
import type { TopicAct } from '../../components/acts';
import { InviteSheet } from '../../components/invite-sheet';
import { MergeSheet } from '../../components/merge-sheet';
import { SplitSheet } from '../../components/split-sheet';
import { SupportForSheet } from '../../components/support-for-sheet';
import { VersionsSheet } from '../../components/versions-sheet';
import { DeliberationSections } from '../../deliberation';
import { Comments } from './comments';
import { Story } from './story';
import { concernsVoice, SupportButtons } from './support-buttons';
import './index.scss';

type Open = TopicAct | 'invite' | 'merge' | 'split' | 'supportFor' | 'versions' | 'report';

/** What authors and staff may do beside the one button at the foot, the usual first. */
const deeds: readonly { ability: Exclude<Open, 'versions' | 'report'>; words: string; main?: boolean }[] = [
  { ability: 'accept', words: '审核通过', main: true },
  { ability: 'takeUp', words: '直接提请审核', main: true },
  { ability: 'resubmit', words: '改好了，再交审核', main: true },
  { ability: 'supportFor', words: '代录附议' },
  { ability: 'invite', words: '请人联名' },
  { ability: 'sendBack', words: '退回修改' },
  { ability: 'merge', words: '合并' },
  { ability: 'split', words: '拆分' },
  { ability: 'extend', words: '延长时限' },
  { ability: 'ruleOut', words: '不属于协商' },
  { ability: 'withdraw', words: '撤回议题' },
];

const isAct = (open: Open): open is TopicAct =>
  ['withdraw', 'takeUp', 'accept', 'sendBack', 'ruleOut', 'extend', 'resubmit'].includes(open);

/** One topic: where it stands, what it says, who does what until when, what people say, and what this person may do with it now. */
export default function TopicPage() {
  const { id = '' } = useRouter().params;
  const query = useApi('forum.get', { id }, { enabled: id !== '', every: 30_000 });
  const [open, setOpen] = useState<Open>();
  const topic = query.data;
  const may = (ability: TopicAbility) => topic?.abilities.includes(ability) ?? false;
  const close = () => setOpen(undefined);
  const possible = deeds.filter(({ ability }) => may(ability));
  return (
    <Page title="议题" foot={topic && concernsVoice(topic) && <SupportButtons topic={topic} />}>
      <Answer query={query}>
        {(answer) => (
          <>
            <Story topic={answer} onVersions={() => setOpen('versions')}>
              <DeliberationSections topic={answer} />
            </Story>
            {(possible.length > 0 || may('edit')) && (
              <View className="topic-deeds">
                {possible.map(({ ability, words, main }) => (
                  <Button key={ability} kind={main ? 'primary' : 'plain'} onTap={() => setOpen(ability)}>
                    {words}
                  </Button>
                ))}
                {may('edit') && (
                  <Button kind="plain" onTap={() => goRaise({ edit: id })}>
                    改内容
                  </Button>
                )}
              </View>
            )}
            <Comments topic={answer} />
            {answer.mine !== 'author' && answer.checkState === 'PASSED' && (
              <Button kind="quiet" onTap={() => setOpen('report')}>
                举报这个议题
              </Button>
            )}
          </>
        )}
      </Answer>
      {topic && open && isAct(open) && <ActSheet topic={topic} act={open} onClose={close} />}
      {topic && open === 'invite' && <InviteSheet id={id} onClose={close} />}
      {topic && open === 'merge' && <MergeSheet topic={topic} onClose={close} />}
      {topic && open === 'split' && <SplitSheet topic={topic} onClose={close} />}
      {topic && open === 'supportFor' && <SupportForSheet topic={topic} onClose={close} />}
      {topic && open === 'report' && <ReportSheet kind="TOPIC" id={id} onClose={close} />}
      {topic && open === 'versions' && <VersionsSheet id={id} onClose={close} />}
    </Page>
  );
}
