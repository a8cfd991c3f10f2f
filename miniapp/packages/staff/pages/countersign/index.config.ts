export default definePageConfig({ navigationBarTitleText: '顾问到点确认', enablePullDownRefresh: true });
