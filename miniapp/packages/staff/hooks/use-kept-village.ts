import { useState } from 'react';
import { useApi } from '../../../hooks/use-api';
import { useSession } from '../../../hooks/use-session';
import type { Place } from '../components/place-choice';

/** The village whose points somebody looks after: a 网格长's own, or the one a clerk of a town has chosen among those of the town. With the template, the district counts as one for the justice bureau. */
export function useKeptVillage(withTemplate = false): {
  village: Place | undefined;
  villages: readonly Place[];
  choose: (code: string) => void;
} {
  const { me } = useSession();
  const [chosen, setChosen] = useState<string>();
  const town = me?.posts.find(({ kind }) => kind === 'TOWN_CLERK')?.placeCode;
  const { data } = useApi('places.list', town ? { townCode: town } : {}, { enabled: Boolean(town) });
  const led = (me?.posts ?? [])
    .filter(({ kind }) => kind === 'GRID_LEAD')
    .map(({ placeCode, placeName }) => ({ code: placeCode, label: placeName }));
  const inTown = (data?.items ?? [])
    .filter(({ parentCode }) => parentCode === town)
    .map(({ code, name }) => ({ code, label: name }));
  const district = (me?.posts ?? [])
    .filter(({ kind }) => withTemplate && kind === 'JUSTICE_BUREAU')
    .map(({ placeCode }) => ({ code: placeCode, label: '全区通用的规则' }));
  const villages = [...district, ...led, ...inTown.filter(({ code }) => led.every((one) => one.code !== code))];
  return { village: villages.find(({ code }) => code === chosen) ?? villages[0], villages, choose: setChosen };
}
