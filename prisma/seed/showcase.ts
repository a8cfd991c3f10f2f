import { deadlinesFor } from '#shared/domain/tickets/sla';
import { dayMs, later, minuteMs, timeOfDay } from '#shared/domain/time/clock';
import { file, type Told, tell } from './filing';
import { pointIn, type Stage } from './history';
import { type CastKey, story } from './people';
import type { Scene } from './scenes';
import { createScript, type Player, type Script } from './script';

/** How far a case has come, and since when. */
type Stand =
  | 'fresh'
  | 'submitted'
  | 'accepted'
  | 'processing'
  | 'overdue'
  | 'dueSoon'
  | 'paused'
  | 'handled'
  | 'resolved'
  | 'closed';

interface Case {
  readonly code: string;
  readonly scene: Scene;
  readonly spot: string;
  readonly by: CastKey | 'anyone';
  readonly stand: Stand;
}

const scene = (title: string, said: string, result: string): Scene => ({ title, said, result });

/** 王敏's desk and 李大爷's matters on the day somebody first looks in. */
const cases: readonly Case[] = [
  {
    code: 'road_damage',
    scene: scene('桥头路面塌了一块', '{}的路面塌了一块，三轮车差点翻', '已修补'),
    spot: '三组桥头',
    by: 'anyone',
    stand: 'overdue',
  },
  {
    code: 'garbage',
    scene: scene('垃圾没人清运', '{}的垃圾堆了三天没人拉，臭得很', '已清运'),
    spot: '三组晒坝',
    by: 'neighbour',
    stand: 'dueSoon',
  },
  {
    code: 'sewage',
    scene: scene('排水沟堵了', '{}的排水沟堵了，水漫到院坝里', '已疏通'),
    spot: '三组老院子',
    by: 'anyone',
    stand: 'fresh',
  },
  {
    code: 'dispute_neighbor',
    scene: scene('两家为屋檐水吵架', '{}两家为屋檐水排哪边吵起来了，想请人来说说', '已调解'),
    spot: '三组',
    by: 'anyone',
    stand: 'submitted',
  },
  {
    code: 'irrigation',
    scene: scene('水渠垮了一段', '{}的水渠垮了，下头的田放不到水', '已抢修'),
    spot: '三组堰塘边',
    by: 'resident',
    stand: 'processing',
  },
  {
    code: 'welfare',
    scene: scene('想申请低保', '{}的老人没得收入，想问低保咋个办', '已受理'),
    spot: '三组',
    by: 'anyone',
    stand: 'paused',
  },
  {
    code: 'elder_care',
    scene: scene('独居老人要人看看', '{}的独居老人这几天身体不好，想请人去看看', '已上门'),
    spot: '三组坡上',
    by: 'anyone',
    stand: 'accepted',
  },
  {
    code: 'greening',
    scene: scene('树枝搭到电线上', '{}的树枝搭到电线上了，怕起火', '已修剪，树枝离电线两米以上'),
    spot: '三组村口',
    by: 'anyone',
    stand: 'handled',
  },
  {
    code: 'manhole',
    scene: scene('井盖破损', '{}的井盖破了，怕娃儿踩下去', '更换新井盖并固定'),
    spot: '三组村口',
    by: 'resident',
    stand: 'resolved',
  },
  {
    code: 'public_facility',
    scene: scene('健身器材坏了', '{}的健身器材断了根杆', '已修好'),
    spot: '文化广场',
    by: 'resident',
    stand: 'closed',
  },
];

/** The cases of the story's own grid. */
export const tellShowcase = (stage: Stage): Told[] => cases.map((one) => tellCase(stage, one));

function tellCase(stage: Stage, { code, scene: what, spot, by, stand }: Case): Told {
  const { world, crowd, random, now, nextNo } = stage;
  const category = world.categories.get(code);
  const grid = world.grid(story.grid);
  if (!category || !grid) throw new RangeError('the reference world is not loaded');
  const reporter =
    by === 'anyone'
      ? random.pick(crowd.residentsOf(story.village).filter(({ demoRole }) => !demoRole))
      : crowd.cast[by];
  const receivedAt = receiptFor(stage, stand, category.level);
  const { row, route, players } = file(world, crowd, {
    category,
    scene: what,
    spot,
    gridCode: story.grid,
    position: pointIn(grid, random),
    reporterId: reporter.id,
    receivedAt,
    no: nextNo(),
  });
  const script = createScript(world, random, receivedAt, true);
  play(stage, script, stand, {
    holder: players.holder,
    checker: players.checker,
    reporter: players.reporter,
    result: what.result,
  });
  return tell(world, row, route, script.moments, now);
}

/** When it must have been reported for its clock to stand as wanted today. */
function receiptFor({ world, now }: Stage, stand: Stand, level: Parameters<typeof deadlinesFor>[0]): Date {
  const ago = {
    fresh: 40,
    submitted: 130,
    accepted: 260,
    processing: 1500,
    paused: 4300,
    handled: 2900,
    resolved: 2400,
    closed: 20_000,
  };
  if (stand !== 'overdue' && stand !== 'dueSoon') return later(now, -ago[stand] * minuteMs);
  const days = Array.from({ length: 40 }, (_, index) =>
    later(now, -(index + 1) * dayMs - timeOfDay(now) + 10 * 60 * minuteMs),
  );
  const handleBy = (receivedAt: Date) => {
    const due = deadlinesFor(level, receivedAt, world.calendar);
    return due.covered ? due.handleBy : now;
  };
  const isOver = (receivedAt: Date) => handleBy(receivedAt) < now;
  const [newestOver, oldestRunning] = [days.find(isOver), days.filter((day) => !isOver(day)).at(-1)];
  return (stand === 'overdue' ? newestOver : oldestRunning) ?? later(now, -dayMs);
}

function play(
  { now }: Stage,
  script: Script,
  stand: Stand,
  { holder, checker, reporter, result }: { holder: Player; checker: Player; reporter: Player; result: string },
): void {
  if (stand === 'fresh' || stand === 'submitted') return;
  script.after(40, 90, {
    action: 'accept',
    by: holder,
    text: '已受理',
    set: (at) => ({ status: 'ACCEPTED', acceptedAt: at, assigneeId: holder.id }),
  });
  if (stand === 'accepted') return;
  script.after(100, 300, {
    action: 'contact',
    by: holder,
    text: '已联系居民',
    note: '到现场看过，和居民说明了安排',
    set: (at) => ({ status: 'PROCESSING', contactedAt: at }),
  });
  if (stand === 'overdue') {
    const urgedAt = later(now, -3 * 60 * minuteMs);
    script.at(urgedAt, { action: 'urge', by: reporter, text: '居民催了一次', set: () => ({ urgeCount: 1 }) });
  }
  if (stand === 'paused') {
    const pauseReason = '等居民补充收入证明';
    script.after(600, 900, {
      action: 'pause',
      by: holder,
      text: `暂时挂起：${pauseReason}`,
      set: (at) => ({ status: 'PAUSED', pausedAt: at, pauseReason }),
    });
  }
  if (stand !== 'handled' && stand !== 'resolved' && stand !== 'closed') return;
  const handledAgo = { handled: 90, resolved: 1200, closed: 9 * 1440 }[stand];
  script.at(later(now, -handledAgo * minuteMs), {
    action: 'handle',
    by: holder,
    text: `已处理：${result}`,
    set: (at) => ({ status: 'HANDLED', handledAt: at, handlerId: holder.id }),
  });
  if (stand === 'handled') return;
  script.after(200, 600, {
    action: 'passCheck',
    by: checker,
    text: '核查通过，请居民确认',
    set: (at) => ({ status: 'RESOLVED', resolvedAt: at }),
  });
  if (stand === 'resolved') return;
  script.after(600, 1200, {
    action: 'confirm',
    by: reporter,
    text: '居民已确认（联系了：是，解决了：是，满意：是）',
    note: '王敏来得快，谢谢',
    set: (at) => ({
      status: 'CLOSED',
      closedAt: at,
      ratedContacted: true,
      ratedSolved: true,
      ratedSatisfied: true,
      ratingNote: '王敏来得快，谢谢',
      ratedAt: at,
    }),
  });
}
