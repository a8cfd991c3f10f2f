export default definePageConfig({ navigationBarTitleText: '法律', enablePullDownRefresh: true });
