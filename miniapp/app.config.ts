const speech = process.env.WECHAT_SI_VERSION;
const tab = (pagePath: string, text: string, icon: string) => ({
  pagePath,
  text,
  iconPath: `assets/tab/${icon}.png`,
  selectedIconPath: `assets/tab/${icon}-on.png`,
});

export default defineAppConfig({
  pages: ['pages/chat/index', 'pages/forum/index', 'pages/mine/index', 'pages/me/index'],
  subPackages: [
    { root: 'packages/ticket', pages: ['pages/detail/index', 'pages/rate/index', 'pages/notices/index'] },
    {
      root: 'packages/booking',
      pages: ['pages/book/index', 'pages/detail/index', 'pages/list/index', 'pages/advisors/index'],
    },
    {
      root: 'packages/forum',
      pages: [
        'pages/topic/index',
        'pages/raise/index',
        'pages/place/index',
        'pages/join/index',
        'pages/meeting/index',
        'pages/sign-in/index',
      ],
    },
    {
      root: 'packages/law',
      pages: [
        'pages/search/index',
        'pages/list/index',
        'pages/law/index',
        'pages/article/index',
        'pages/versions/index',
      ],
    },
    {
      root: 'packages/staff',
      pages: [
        'pages/queue/index',
        'pages/case/index',
        'pages/map/index',
        'pages/board/index',
        'pages/talks/index',
        'pages/talk/index',
        'pages/letters/index',
        'pages/visit/index',
        'pages/book-for/index',
        'pages/report-for/index',
        'pages/advisor-day/index',
        'pages/availability/index',
        'pages/lecture/index',
        'pages/countersign/index',
        'pages/supervision/index',
        'pages/report/index',
        'pages/topics/index',
        'pages/topic-call/index',
        'pages/topic-task/index',
        'pages/topic-questions/index',
      ],
    },
  ],
  window: {
    navigationBarBackgroundColor: '#F6F7F5',
    navigationBarTextStyle: 'black',
    navigationBarTitleText: '服务台',
    backgroundColor: '#F6F7F5',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#57606A',
    selectedColor: '#0F7B5F',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [
      tab('pages/chat/index', '服务台', 'say'),
      tab('pages/forum/index', '议事', 'talk'),
      tab('pages/mine/index', '我的事', 'list'),
      tab('pages/me/index', '我的', 'me'),
    ],
  },
  permission: { 'scope.userLocation': { desc: '用来找到负责您那里的网格，只在您点「用我的位置」时取一次' } },
  requiredPrivateInfos: ['getLocation', 'chooseLocation'],
  __usePrivacyCheck__: true,
  lazyCodeLoading: 'requiredComponents',
  ...(speech ? { plugins: { WechatSI: { version: speech, provider: 'wx069ba97219f66d99' } } } : {}),
});
