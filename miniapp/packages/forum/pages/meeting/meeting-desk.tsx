import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card, Row } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { decorative } from '../../../../components/tap/access';
import { useCommand } from '../../../../hooks/use-command';
import { Minutes } from '../../deliberation/meeting-card';
import { ReasonSheet } from '../../deliberation/reason-sheet';
import type { Meeting } from '../../deliberation/types';
import { MinutesForm } from './minutes-form';

/** The meeting itself: when, where, the code at the door, minutes, and its next step. */
export function MeetingDesk({ meeting }: { meeting: Meeting }) {
  const { id, version, status, statusText, whenText, place, agenda, signCode, presentCount, quorum, abilities } =
    meeting;
  const [cancelling, setCancelling] = useState(false);
  const open = useCommand('forum.openMeeting', '开会了');
  const close = useCommand('forum.closeMeeting', '散会了');
  const cancel = useCommand('forum.cancelMeeting', '已通知大家');
  const may = (ability: Meeting['abilities'][number]) => abilities.includes(ability);
  return (
    <>
      <Card title="协商会">
        <View className="meet-head">
          <View className="meet-when">{whenText}</View>
          <Chip tone={status === 'OPEN' ? 'jade' : 'neutral'}>{statusText}</Chip>
        </View>
        <View className="second">{place}</View>
        <Row label="议程">
          {agenda.map((line, at) => (
            <View key={line}>{`${at + 1}. ${line}`}</View>
          ))}
        </Row>
        <Row label="到会">{`${presentCount} 人，至少要 ${quorum} 人${meeting.presentText ? `：${meeting.presentText}` : ''}`}</Row>
        <View className="buttons buttons-wrap meet-deeds">
          {may('open') && (
            <Button onTap={() => open.mutate({ id, version })} busy={open.isPending}>
              宣布开会
            </Button>
          )}
          {may('close') && (
            <Button onTap={() => close.mutate({ id, version })} busy={close.isPending}>
              散会
            </Button>
          )}
          {may('cancel') && (
            <Button kind="plain" onTap={() => setCancelling(true)}>
              不开了
            </Button>
          )}
        </View>
      </Card>
      {signCode && (
        <Card title="签到码">
          <View className="sign-code">
            <Image
              className="sign-code-picture"
              src={`data:image/svg+xml,${encodeURIComponent(signCode.svg)}`}
              mode="aspectFit"
              {...decorative}
            />
            <View className="sign-code-words">{`${signCode.code.slice(0, 4)} ${signCode.code.slice(4)}`}</View>
            <View className="second">请到会的人扫码，或者在“会场签到”里输入这 8 位。</View>
          </View>
        </Card>
      )}
      {may('note') ? (
        <MinutesForm meeting={meeting} />
      ) : (
        meeting.lines.length > 0 && (
          <Card title="会议记录">
            <Minutes lines={meeting.lines} />
          </Card>
        )
      )}
      {cancelling && (
        <ReasonSheet
          title="不开了"
          means="请了的人和附议的人都会收到通知。"
          hint="比如：到会的人不够，改天再开"
          danger
          busy={cancel.isPending}
          onSend={(reason) => cancel.mutate({ id, version, reason }, { onSuccess: () => setCancelling(false) })}
          onClose={() => setCancelling(false)}
        />
      )}
    </>
  );
}
