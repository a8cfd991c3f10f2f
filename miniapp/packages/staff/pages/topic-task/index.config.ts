export default definePageConfig({ navigationBarTitleText: '分一项任务' });
