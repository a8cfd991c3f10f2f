export default definePageConfig({ navigationBarTitleText: '往年的积分' });
