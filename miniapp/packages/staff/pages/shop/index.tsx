import { useState } from 'react';
import { Segments } from '../../../../components/segments';
import { KeptVillage } from '../../components/kept-village';
import { GoodsView } from './goods-view';
import './index.scss';
import { MonthView } from './month-view';
import { OutletsView } from './outlets-view';

const views = [
  { value: 'goods', label: '东西' },
  { value: 'outlets', label: '兑换点' },
  { value: 'month', label: '结算' },
] as const;
type View = (typeof views)[number]['value'];

/** A village's points shop from behind: what is on the shelf, where and by whom it is handed over, what a month came to. */
export default function KeepShopPage() {
  const [view, setView] = useState<View>('goods');
  return (
    <KeptVillage title="积分超市">
      {({ code }) => (
        <>
          <Segments items={views} value={view} onChange={setView} />
          {view === 'goods' && <GoodsView key={code} villageCode={code} />}
          {view === 'outlets' && <OutletsView key={code} villageCode={code} />}
          {view === 'month' && <MonthView key={code} villageCode={code} />}
        </>
      )}
    </KeptVillage>
  );
}
