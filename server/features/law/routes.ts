import type { Handlers } from '#server/kernel/route';
import { getTopic, listTopics, searchLaws } from './ask';
import { getArticle, getLaw, listImported, listLaws, readLaw } from './queries';

export const lawRoutes = {
  'laws.list': listLaws,
  'laws.get': getLaw,
  'laws.read': readLaw,
  'laws.article': getArticle,
  'laws.search': searchLaws,
  'laws.topic': getTopic,
  'laws.topics': async () => listTopics(),
  'laws.imported': listImported,
} satisfies Handlers;
