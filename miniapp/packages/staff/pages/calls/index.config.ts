export default definePageConfig({ navigationBarTitleText: '电话提醒', enablePullDownRefresh: true });
