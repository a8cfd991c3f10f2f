export default definePageConfig({ navigationBarTitleText: '公开内容的规则', enablePullDownRefresh: true });
