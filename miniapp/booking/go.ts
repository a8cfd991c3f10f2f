import Taro from '@tarojs/taro';

const root = '/packages/booking/pages';

const query = (params: Record<string, string | undefined>) => {
  const pairs = Object.entries(params).flatMap(([key, value]) =>
    value ? [`${key}=${encodeURIComponent(value)}`] : [],
  );
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
};

/** The page to choose a time: of one advisor (`advisorId`), in the place of a booking (`move`), or with the matter said already. */
export const bookUrl = (params: { advisorId?: string; move?: string; matter?: string; villageCode?: string } = {}) =>
  `${root}/book/index${query(params)}`;

/** Opens the page to choose a time. */
export const goBook = (params?: Parameters<typeof bookUrl>[0]) => void Taro.navigateTo({ url: bookUrl(params) });

/** Opens one booking as the resident sees it. */
export const goBooking = (id: string) => void Taro.navigateTo({ url: `${root}/detail/index?id=${id}` });

/** Opens own bookings and the waiting list. */
export const goBookings = () => void Taro.navigateTo({ url: `${root}/list/index` });

/** Opens the village's advisors with what they may and may not do. */
export const goAdvisors = (villageCode?: string) =>
  void Taro.navigateTo({ url: `${root}/advisors/index${query({ villageCode })}` });
