export default definePageConfig({ navigationBarTitleText: '我发的内容', enablePullDownRefresh: true });
