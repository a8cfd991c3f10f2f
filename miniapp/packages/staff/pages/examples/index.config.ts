export default definePageConfig({ navigationBarTitleText: '小翠学说话', enablePullDownRefresh: true });
