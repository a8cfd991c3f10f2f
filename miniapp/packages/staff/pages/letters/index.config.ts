export default definePageConfig({ navigationBarTitleText: '没送出去的消息', enablePullDownRefresh: true });
