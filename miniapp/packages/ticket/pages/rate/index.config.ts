export default definePageConfig({ navigationBarTitleText: '这件事办好了吗' });
