export default definePageConfig({ navigationBarTitleText: '导入的法律', enablePullDownRefresh: true });
