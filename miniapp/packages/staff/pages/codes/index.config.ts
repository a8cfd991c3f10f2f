export default definePageConfig({ navigationBarTitleText: '扫码牌', enablePullDownRefresh: true });
