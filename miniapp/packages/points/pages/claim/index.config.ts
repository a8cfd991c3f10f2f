export default definePageConfig({ navigationBarTitleText: '积分的来龙去脉' });
