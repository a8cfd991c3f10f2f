import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { goBook } from '../../../../booking/go';
import { dial } from '../../../../chat/choose';
import { Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { AdvisorCard } from '../../components/advisor-card';

/** The advisors of a village, with what they may and may not do for its residents. */
export default function AdvisorsPage() {
  const { villageCode } = useRouter().params;
  const query = useApi('advisors.mine', villageCode ? { villageCode } : {});
  return (
    <Page title="我村的法律顾问" query={query}>
      {({ villageLabel, items }) => (
        <>
          <View className="second">{villageLabel} · 咨询不收费</View>
          {items.map((advisor) => (
            <AdvisorCard
              key={advisor.id}
              advisor={advisor}
              onBook={() => goBook({ advisorId: advisor.id, ...(villageCode ? { villageCode } : {}) })}
            />
          ))}
          {items.length === 0 && (
            <Notice
              title="这个村（社区）还没有安排法律顾问"
              detail="可以拨打 12348，法律援助热线不收费。"
              next={{ label: '打 12348', onTap: () => dial('12348') }}
            />
          )}
        </>
      )}
    </Page>
  );
}
