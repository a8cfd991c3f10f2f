export default definePageConfig({ navigationBarTitleText: '督导考核', enablePullDownRefresh: true });
