export default definePageConfig({ navigationBarTitleText: '我的隐私', enablePullDownRefresh: true });
