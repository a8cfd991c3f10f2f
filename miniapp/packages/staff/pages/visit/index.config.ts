export default definePageConfig({ navigationBarTitleText: '见面', enablePullDownRefresh: true });
