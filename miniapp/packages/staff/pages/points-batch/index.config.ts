export default definePageConfig({ navigationBarTitleText: '看一份清单' });
