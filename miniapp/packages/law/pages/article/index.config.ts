export default definePageConfig({ navigationBarTitleText: '条文', enablePullDownRefresh: true });
