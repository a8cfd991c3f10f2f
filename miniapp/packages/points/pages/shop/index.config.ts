export default definePageConfig({ navigationBarTitleText: '积分换东西' });
