import { useRouter } from '@tarojs/taro';
import { Page } from '../../../../components/page';
import { useApi } from '../../../../hooks/use-api';
import { Desk } from '../../components/desk';
import { VisitColumn } from '../../components/visit-column';
import { useWide } from '../../hooks/use-wide';

/** One booking for its advisor, and whatever he or she may do with it now. */
export default function VisitPage() {
  const { id = '' } = useRouter().params;
  const query = useApi('bookings.get', { id }, { enabled: id !== '', every: 15_000 });
  const wide = useWide();
  return (
    <Page title="见面" query={query} wide>
      {(booking) => <Desk room="visits" plain={!wide} main={<VisitColumn booking={booking} room={wide ? 2 : 1} />} />}
    </Page>
  );
}
