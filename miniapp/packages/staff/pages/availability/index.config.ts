export default definePageConfig({ navigationBarTitleText: '坐班安排', enablePullDownRefresh: true });
