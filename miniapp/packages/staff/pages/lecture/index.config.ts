export default definePageConfig({ navigationBarTitleText: '记一场讲座' });
