import Taro from '@tarojs/taro';

/** Opens reporting for somebody without a phone. */
export const goReportFor = () => void Taro.navigateTo({ url: '/packages/staff/pages/report-for/index' });

/** Goes from the filed report to its case: the way back then leads to where the report was begun. */
export const goFiled = (id: string) => void Taro.redirectTo({ url: `/packages/staff/pages/case/index?id=${id}` });
