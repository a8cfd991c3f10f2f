export default definePageConfig({ navigationBarTitleText: '我村的法律顾问', enablePullDownRefresh: true });
