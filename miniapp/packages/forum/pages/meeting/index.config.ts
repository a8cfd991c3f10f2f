export default definePageConfig({ navigationBarTitleText: '开会和写结果', enablePullDownRefresh: true });
