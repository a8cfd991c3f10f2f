import { batchSubscribers, fileNextLine } from './features/batches/index';
import { bookingSubscribers, offerSlots, remindFollowUps, soundBookingAlarms } from './features/bookings/index';
import { returnConversations } from './features/chat/index';
import { claimSubscribers, soundAppealAlarms, soundClaimAlarm, suggestionSubscribers } from './features/claims/index';
import { drawCodes } from './features/codes/index';
import { closeJudging, deliberationSubscribers, drawMap, soundQuestionAlarms } from './features/deliberation/index';
import { forumSubscribers, soundTopicAlarms } from './features/forum/index';
import { householdSubscribers } from './features/households/index';
import { forgetDesktops } from './features/identity/index';
import { learningSubscribers } from './features/learning/index';
import { checkDue, moderationSubscribers, soundCheckAlarms } from './features/moderation/index';
import { deliverDue, notificationSubscribersOf } from './features/notifications/index';
import { beginYears, closeNextYear, pointsSubscribers } from './features/points/index';
import { eraseFiles, erasePeople, privacySubscribers, retain, soundRequestAlarms } from './features/privacy/index';
import { expireRedemptions, shopSubscribers } from './features/shop/index';
import { soundAlarms } from './features/tickets/index';
import { answerWindow, deliverWindow, windowSubscribers } from './features/window/index';
import type { FileStore } from './gateways/storage/file-store';
import type { Wechat } from './gateways/wechat/client';
import { type Subscriber, type Sweep, startJobs, systemContext } from './kernel/jobs';
import { forgetTurns } from './kernel/rate-limit';
import { type Ground, inTransaction } from './kernel/route';

/** Who listens to which facts. `templates`: template key → WeChat template id. */
export const subscribersOf = (templates: WorkParts['templates']): readonly Subscriber[] => [
  ...notificationSubscribersOf(templates),
  ...bookingSubscribers,
  ...forumSubscribers,
  ...deliberationSubscribers,
  ...moderationSubscribers,
  ...privacySubscribers,
  ...learningSubscribers,
  ...householdSubscribers,
  ...claimSubscribers,
  ...batchSubscribers,
  ...suggestionSubscribers,
  ...pointsSubscribers,
  ...shopSubscribers,
  ...windowSubscribers,
];

/** What the work behind the answers stands on; `publicUrl` is where WeChat fetches pictures from. */
interface WorkParts {
  ground: Ground;
  wechat: Wechat;
  templates: Map<string, string>;
  store: FileStore;
  appId: string;
  publicUrl: string | undefined;
}

/** What is swept, and how often. Each claims its rows, so every instance may sweep. */
export const sweepsOf = ({ ground, wechat, templates, store, appId, publicUrl }: WorkParts): readonly Sweep[] => [
  {
    name: 'alarms',
    everyMs: 15_000,
    run: async () => {
      const sound = () => inTransaction(ground.prisma, (db) => soundAlarms(systemContext(ground, db, 'sweep:alarms')));
      while ((await sound()) > 0);
    },
  },
  {
    name: 'bookings',
    everyMs: 15_000,
    run: async () => {
      const sound = () =>
        inTransaction(ground.prisma, (db) => soundBookingAlarms(systemContext(ground, db, 'sweep:bookings')));
      while ((await sound()) > 0);
    },
  },
  {
    name: 'offers',
    everyMs: 15_000,
    run: async () => {
      const offer = () => inTransaction(ground.prisma, (db) => offerSlots(systemContext(ground, db, 'sweep:offers')));
      while ((await offer()) > 0);
    },
  },
  {
    name: 'followUps',
    everyMs: 60_000,
    run: async () => {
      const remind = () =>
        inTransaction(ground.prisma, (db) => remindFollowUps(systemContext(ground, db, 'sweep:followUps')));
      while ((await remind()) > 0);
    },
  },
  {
    name: 'topics',
    everyMs: 15_000,
    run: async () => {
      const sound = () =>
        inTransaction(ground.prisma, (db) => soundTopicAlarms(systemContext(ground, db, 'sweep:topics')));
      while ((await sound()) > 0);
    },
  },
  {
    name: 'questions',
    everyMs: 15_000,
    run: async () => {
      const sound = () =>
        inTransaction(ground.prisma, (db) => soundQuestionAlarms(systemContext(ground, db, 'sweep:questions')));
      while ((await sound()) > 0);
    },
  },
  {
    name: 'judging',
    everyMs: 15_000,
    run: async () => {
      const close = () =>
        inTransaction(ground.prisma, (db) => closeJudging(systemContext(ground, db, 'sweep:judging')));
      while ((await close()) > 0);
    },
  },
  {
    name: 'redemptions',
    everyMs: 60_000,
    run: async () => {
      const expire = () =>
        inTransaction(ground.prisma, (db) => expireRedemptions(systemContext(ground, db, 'sweep:redemptions')));
      while ((await expire()) > 0);
    },
  },
  { name: 'opinion maps', everyMs: 3000, run: () => drawMap(ground) },
  {
    name: 'conversations',
    everyMs: 15_000,
    run: () =>
      inTransaction(ground.prisma, (db) => returnConversations(systemContext(ground, db, 'sweep:conversations'))),
  },
  {
    name: 'checks',
    everyMs: 15_000,
    run: async () => {
      const sound = () =>
        inTransaction(ground.prisma, (db) => soundCheckAlarms(systemContext(ground, db, 'sweep:checks')));
      while ((await sound()) > 0);
    },
  },
  { name: 'asking', everyMs: 500, run: () => checkDue({ ground, wechat, publicUrl }) },
  {
    name: 'window',
    everyMs: 500,
    run: async () => {
      await answerWindow({ ground, wechat, store, appId });
      await deliverWindow({ ground, wechat, store, appId });
    },
  },
  {
    name: 'data requests',
    everyMs: 60_000,
    run: async () => {
      const sound = () =>
        inTransaction(ground.prisma, (db) => soundRequestAlarms(systemContext(ground, db, 'sweep:privacy')));
      while ((await sound()) > 0);
    },
  },
  {
    name: 'claims',
    everyMs: 15_000,
    run: async () => {
      while (await soundClaimAlarm(ground));
    },
  },
  {
    name: 'years',
    everyMs: 60_000,
    run: async () => {
      const begin = () => inTransaction(ground.prisma, (db) => beginYears(systemContext(ground, db, 'sweep:years')));
      while ((await begin()) > 0);
      while (await closeNextYear(ground));
    },
  },
  {
    name: 'batches',
    everyMs: 1000,
    run: async () => {
      while (await fileNextLine(ground));
    },
  },
  {
    name: 'appeals',
    everyMs: 15_000,
    run: async () => {
      const sound = () =>
        inTransaction(ground.prisma, (db) => soundAppealAlarms(systemContext(ground, db, 'sweep:appeals')));
      while ((await sound()) > 0);
    },
  },
  { name: 'files to erase', everyMs: 60_000, run: () => eraseFiles(ground, store) },
  { name: 'codes', everyMs: 1000, run: () => drawCodes({ ground, wechat, store }) },
  { name: 'desktops', everyMs: 3_600_000, run: () => forgetDesktops(ground) },
  { name: 'turns', everyMs: 60_000, run: () => forgetTurns(ground.prisma, ground.now()) },
  {
    name: 'closings',
    everyMs: 60_000,
    run: async () => {
      const erase = () =>
        inTransaction(ground.prisma, (db) => erasePeople(systemContext(ground, db, 'sweep:closings')));
      while ((await erase()) > 0);
    },
  },
  { name: 'retention', everyMs: 3_600_000, run: () => retain(ground) },
  { name: 'deliveries', everyMs: 1000, run: () => deliverDue({ ground, wechat, templates }) },
];

/** Starts jobs and sweeps over the database at `url`. */
export const startWorker = (parts: WorkParts, url: string) =>
  startJobs(parts.ground, url, subscribersOf(parts.templates), sweepsOf(parts));
