export default definePageConfig({ navigationBarTitleText: '记一件积分的事' });
