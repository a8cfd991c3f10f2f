import { Image, View } from '@tarojs/components';
import { lawyer } from '#shared/domain/bookings/address';
import type { Advisor } from '../../../booking/types';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { access } from '../../../components/tap/access';
import './advisor-card.scss';

/** Who the advisor is, in three lines. */
export function AdvisorHead({ advisor }: { advisor: Advisor }) {
  const { name, rankText, languages, fields, photoUrl } = advisor;
  const dialects = languages.filter((language) => language !== '普通话');
  return (
    <View className="advisor">
      {photoUrl ? (
        <Image
          className="advisor-mark"
          src={photoUrl}
          mode="aspectFill"
          {...access({ role: 'img', label: lawyer(name) })}
        />
      ) : (
        <View className="advisor-mark">{name.slice(0, 1)}</View>
      )}
      <View className="advisor-words">
        <View className="strong">{lawyer(name)}</View>
        <View className="second">
          {[rankText, dialects.length > 0 && `会说${dialects.join('、')}`].filter(Boolean).join(' · ')}
        </View>
        <View className="small">{fields.join(' · ')}</View>
      </View>
    </View>
  );
}

/** What the advisor may and may not do for residents, in plain words. */
export function MayAndMayNot({ advisor: { may, mayNot } }: { advisor: Advisor }) {
  return (
    <>
      <View className="advisor-list">
        <View className="strong">能帮您</View>
        {may.map((line) => (
          <View key={line} className="advisor-line">
            {line}
          </View>
        ))}
      </View>
      <View className="advisor-list">
        <View className="strong">不能帮您</View>
        {mayNot.map((line) => (
          <View key={line} className="advisor-line advisor-not">
            {line}
          </View>
        ))}
      </View>
    </>
  );
}

/** An advisor with everything a resident may want to know before booking. */
export function AdvisorCard({ advisor, onBook }: { advisor: Advisor; onBook: () => void }) {
  const { firm, licenceNo, intro, name } = advisor;
  return (
    <Card>
      <AdvisorHead advisor={advisor} />
      {intro && <View className="advisor-intro">{intro}</View>}
      <View className="small">
        {firm} · 执业证号 {licenceNo}
      </View>
      <MayAndMayNot advisor={advisor} />
      <View className="buttons advisor-book">
        <Button kind="plain" onTap={onBook}>
          {`约${lawyer(name)}`}
        </Button>
      </View>
    </Card>
  );
}
