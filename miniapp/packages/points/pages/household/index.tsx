import { Page } from '../../../../components/page';
import { useApi } from '../../../../hooks/use-api';
import { HomelessView } from './homeless-view';
import { HouseholdView } from './household-view';
import '../../../../points/points.scss';
import './index.scss';

/** 我家的户: who belongs to it and who speaks for it, how somebody gets in, and how it is split, merged or moved. */
export default function HouseholdPage() {
  const query = useApi('households.mine', {});
  return (
    <Page title="我家的户" query={query}>
      {(mine) => (mine.household ? <HouseholdView mine={mine} /> : <HomelessView mine={mine} />)}
    </Page>
  );
}
