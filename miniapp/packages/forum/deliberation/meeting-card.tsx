import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Card, Row } from '../../../components/card';
import { Chip, type ChipTone } from '../../../components/chip';
import { PhotoGrid } from '../../../components/photo-grid';
import { useCommand } from '../../../hooks/use-command';
import { goSignIn } from './go';
import { SaySheet } from './say-sheet';
import type { Meeting } from './types';

const tones: Record<Meeting['status'], ChipTone> = {
  CALLED: 'amber',
  OPEN: 'jade',
  HELD: 'neutral',
  CANCELLED: 'neutral',
};

/** One meeting: when and where, who comes, what one says to it, and afterwards its minutes. */
export function MeetingCard({ meeting, latest }: { meeting: Meeting; latest: boolean }) {
  const { status, statusText, whenText, place, agenda, online, chairName, recorderName, presentText, lines } = meeting;
  return (
    <Card title={meeting.no > 1 ? `第 ${meeting.no} 次协商会` : '协商会'}>
      <View className="meet-head">
        <View className="meet-when">{whenText}</View>
        <Chip tone={tones[status]}>{statusText}</Chip>
      </View>
      <View className="second">{place}</View>
      {meeting.cancelReason && <View className="second">{meeting.cancelReason}</View>}
      {latest && status !== 'CANCELLED' && (
        <>
          <Row label="议程">
            {agenda.map((line, at) => (
              <View key={line}>{`${at + 1}. ${line}`}</View>
            ))}
          </Row>
          <Row label="谁来开">{`${chairName}主持，${recorderName}记录`}</Row>
          {status === 'CALLED' && (
            <Row label="谁来">{`请了 ${meeting.invitedCount} 人，${meeting.comingCount} 人说来`}</Row>
          )}
          {presentText && <Row label="到会">{presentText}</Row>}
          {online && status !== 'HELD' && <Row label="线上">{online}</Row>}
        </>
      )}
      {meeting.mine && (
        <View className="small">{`您是${meeting.mine.roleText}${meeting.mine.signed ? '，已签到' : ''}`}</View>
      )}
      <Minutes lines={lines} />
      {meeting.photos.length > 0 && (
        <PhotoGrid
          photos={meeting.photos.map(({ checkState: _state, ...photo }) => ({
            ...photo,
            role: 'OTHER' as const,
            takenText: '',
          }))}
        />
      )}
      <Deeds meeting={meeting} />
    </Card>
  );
}

/** The lines of the minutes by kind. */
export function Minutes({ lines }: { lines: Meeting['lines'] }) {
  const kinds = [...new Set(lines.map(({ kindText }) => kindText))];
  return (
    <>
      {kinds.map((kind) => (
        <View key={kind} className="minutes">
          <View className="minutes-kind">{kind}</View>
          {lines
            .filter(({ kindText }) => kindText === kind)
            .map(({ id, body, speaker, checkState }) => (
              <View key={id} className="minutes-line">
                {body}
                {(speaker || checkState !== 'PASSED') && (
                  <View className="small">
                    {[speaker, checkState === 'PASSED' ? '' : '核对中'].filter(Boolean).join(' · ')}
                  </View>
                )}
              </View>
            ))}
        </View>
      ))}
    </>
  );
}

/** What somebody who comes may do: say whether, sign in, speak from afar. */
function Deeds({ meeting }: { meeting: Meeting }) {
  const { id, abilities, mine, online } = meeting;
  const [saying, setSaying] = useState(false);
  const answer = useCommand('forum.answerMeeting', '记下了');
  const signOnline = useCommand('forum.signInOnline', '签到了，可以发言');
  const reply = (coming: boolean, fromAfar = false) => answer.mutate({ id, coming, online: fromAfar });
  return (
    <>
      {abilities.includes('answer') && (
        <View className="buttons buttons-wrap meet-deeds">
          <Button
            kind={mine?.coming && !mine.online ? 'primary' : 'plain'}
            onTap={() => reply(true)}
            busy={answer.isPending}
          >
            {mine ? '我来' : '我要参加'}
          </Button>
          {online && (
            <Button
              kind={mine?.online ? 'primary' : 'plain'}
              onTap={() => reply(true, true)}
              disabled={answer.isPending}
            >
              线上参加
            </Button>
          )}
          {mine && (
            <Button kind="plain" onTap={() => reply(false)} disabled={answer.isPending}>
              {mine.coming === false ? '说了来不了' : '来不了'}
            </Button>
          )}
        </View>
      )}
      {abilities.includes('sign') && (
        <View className="buttons buttons-wrap meet-deeds">
          <Button onTap={goSignIn}>到会场了，签到</Button>
          {online && (
            <Button kind="plain" onTap={() => signOnline.mutate({ id })} busy={signOnline.isPending}>
              线上签到
            </Button>
          )}
        </View>
      )}
      {abilities.includes('say') && (
        <View className="buttons meet-deeds">
          <Button kind="plain" onTap={() => setSaying(true)}>
            线上说一句
          </Button>
        </View>
      )}
      {saying && <SaySheet id={id} onClose={() => setSaying(false)} />}
    </>
  );
}
