export default definePageConfig({ navigationBarTitleText: '户的登记' });
