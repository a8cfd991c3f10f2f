export default definePageConfig({ navigationBarTitleText: '居民问部门', enablePullDownRefresh: true });
