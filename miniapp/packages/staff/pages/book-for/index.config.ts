export default definePageConfig({ navigationBarTitleText: '代约法律顾问' });
