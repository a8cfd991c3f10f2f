export default definePageConfig({ navigationBarTitleText: '议事情况', enablePullDownRefresh: true });
