import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Card, Row } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { Page } from '../../../../components/page';
import { PhotoGrid } from '../../../../components/photo-grid';
import { Timeline } from '../../../../components/timeline';
import { useApi } from '../../../../hooks/use-api';
import { type ClaimDetail, claimTone, signedPoints } from '../../../../points/claim-line';
import { Appeal } from './appeal';
import { Deeds } from './deeds';
import { Objections } from './objections';

/** 积分的来龙去脉: one claim with its rule and evidence, where it stands, what happened, and what this person can do. */
export default function ClaimPage() {
  const { id = '' } = useRouter().params;
  const query = useApi('claims.get', { id });
  return (
    <Page title="积分的来龙去脉" query={query}>
      {(claim) => (
        <>
          <Head claim={claim} />
          <Deeds claim={claim} />
          <Reasons claim={claim} />
          <Objections claim={claim} />
          <Appeal claim={claim} />
          <Card title="走到哪了">
            <Timeline steps={claim.steps.map(({ body, ...step }) => ({ ...step, actorName: body, actorRole: '' }))} />
          </Card>
        </>
      )}
    </Page>
  );
}

function Head({ claim }: { claim: ClaimDetail }) {
  const { ruleTitle, points, stateText, headline, householdName, householdCode, placeLabel, votes } = claim;
  return (
    <Card>
      <View className="claim-head">
        <View className="strong claim-title">{ruleTitle}</View>
        <View className={points < 0 ? 'points-figure points-less' : 'points-figure'}>{signedPoints(points)}</View>
      </View>
      <View className="claim-state">
        <Chip tone={claimTone(claim)}>{stateText}</Chip>
        <View className="second claim-title">{headline}</View>
      </View>
      {votes && (
        <View className="second">
          {votes.eligible} 位评议员来评，至少 {votes.quorum} 位投票；已经投了 {votes.agree + votes.refuse} 票
        </View>
      )}
      <View className="small">
        {householdName}（{householdCode}）· {placeLabel}
      </View>
    </Card>
  );
}

/** Why: the rule and who has adopted it, what happened, what was said before, and the pictures. */
function Reasons({ claim }: { claim: ClaimDetail }) {
  const { ruleBasis, ruleEvidence, text, happenedText, photos, warning, isRecorded, filedText } = claim;
  return (
    <Card title="依据和凭证">
      <Row label="规则">{[ruleBasis, `凭${ruleEvidence}`].filter(Boolean).join('，')}</Row>
      <Row label="什么事">
        <View className="claim-words">{text}</View>
        <View className="small">{happenedText}</View>
      </Row>
      {warning && (
        <Row label="先提醒">
          <View className="claim-words">{warning.text}</View>
          <View className="small">{warning.atText}</View>
        </Row>
      )}
      <Row label="谁提的">
        {isRecorded ? '网格记下的' : '本户申请的'}，{filedText}
      </Row>
      {photos.length > 0 && (
        <View className="claim-block">
          <PhotoGrid photos={photos} />
        </View>
      )}
    </Card>
  );
}
