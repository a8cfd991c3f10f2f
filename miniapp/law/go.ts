import Taro from '@tarojs/taro';

const root = '/packages/law/pages';

const query = (params: Record<string, string | number | undefined>) => {
  const pairs = Object.entries(params).flatMap(([key, value]) =>
    value === undefined || value === '' || value === 0 ? [] : [`${key}=${encodeURIComponent(value)}`],
  );
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
};

/** Opens an article; `question` marks what it is about in the text, `on` is the day whose version is read. */
export const goArticle = (article: { id: string; no: number; sub?: number; on?: string; question?: string }) =>
  void Taro.navigateTo({ url: `${root}/article/index${query(article)}` });

/** Opens a law at its chapters. */
export const goLaw = (law: { id: string; on?: string }) =>
  void Taro.navigateTo({ url: `${root}/law/index${query(law)}` });

/** Opens the search, empty, with a question, or with the answer to a topic. */
export const goLawSearch = (about: { text?: string; topic?: string } = {}) =>
  void Taro.navigateTo({ url: `${root}/search/index${query(about)}` });

/** Opens the list of laws. */
export const goLaws = () => void Taro.navigateTo({ url: `${root}/list/index` });

/** Opens what was imported, for staff. */
export const goLawVersions = () => void Taro.navigateTo({ url: `${root}/versions/index` });
