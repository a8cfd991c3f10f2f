import type { World } from '#server/features/places/index';
import { silenceDays } from '#shared/domain/tickets/guards';
import { dayMs, later, minuteMs } from '#shared/domain/time/clock';
import type { Random } from './random';
import type { Scene } from './scenes';
import { createScript, type Moment, type Player, type Script, worked } from './script';

/** Who is there to act; `department` is where it goes when it is passed on. */
export interface Players {
  readonly reporter: Player;
  readonly holder: Player;
  readonly checker: Player;
  readonly department: (Player & { readonly unitCode: string; readonly unitName: string }) | undefined;
}

export interface Beginning {
  readonly receivedAt: Date;
  readonly isUrgent: boolean;
  readonly handleBy: Date;
  readonly scene: Scene;
  readonly isAnonymous: boolean;
}

/** How a life may go, and how often. */
const fates = [
  ['plain', 54],
  ['department', 20],
  ['late', 13],
  ['reject', 3],
  ['withdraw', 2],
  ['pause', 4],
  ['reopen', 2],
  ['failCheck', 2],
] as const;
export type Fate = (typeof fates)[number][0];

const desk: Player = { id: null, name: '服务台', role: '自动' };

/** The life a ticket would lead from its receipt to its end, in order of time. What lies after now simply has not happened yet. */
export function lifeOf(
  world: World,
  random: Random,
  beginning: Beginning,
  players: Players,
  fate: Fate = random.weighted(fates),
): readonly Moment[] {
  const script = createScript(world, random, beginning.receivedAt, beginning.isUrgent);
  if (fate === 'withdraw' || fate === 'reject') {
    endEarly(script, players, fate);
    return script.moments;
  }
  const { holder, department } = players;
  accept(script, holder);
  const actor = fate === 'department' && department ? department : holder;
  if (actor !== holder && department) passOn(script, holder, department);
  contact(script, random, actor);
  if (fate === 'pause') pause(script, actor);
  if (fate === 'late')
    handle(script, actor, beginning.scene.result, worked(world, beginning.handleBy, random.int(60, 3200)));
  else handle(script, actor, beginning.scene.result);
  if (fate === 'failCheck') {
    failCheck(script, players.checker);
    handle(script, actor, beginning.scene.result);
  }
  passCheck(script, players.checker);
  if (fate === 'reopen' && !beginning.isAnonymous) {
    reopen(script, world, players.reporter);
    handle(script, actor, '重新检修，观察两天正常');
    passCheck(script, players.checker);
  }
  finish(script, random, players, beginning.isAnonymous, fate);
  return script.moments;
}

function endEarly(script: Script, { reporter, holder }: Players, fate: 'withdraw' | 'reject'): void {
  const isWithdrawn = fate === 'withdraw';
  script.after(20, 200, {
    action: fate,
    by: isWithdrawn ? reporter : holder,
    text: isWithdrawn ? '反映人撤回了这件事' : '不予受理：不属于本区职责。可以去找：12345 政务服务热线',
    set: (at) => ({ status: isWithdrawn ? 'WITHDRAWN' : 'REJECTED', closedAt: at }),
  });
}

const accept = (script: Script, by: Player) =>
  script.after(8, 230, {
    action: 'accept',
    by,
    text: '已受理',
    set: (at) => ({ status: 'ACCEPTED', acceptedAt: at, assigneeId: by.id }),
  });

function passOn(script: Script, by: Player, department: NonNullable<Players['department']>): void {
  script.after(20, 120, {
    action: 'transfer',
    by,
    text: `改派给${department.unitName}：超出网格能处理的范围，请主管部门办理`,
    set: () => ({
      status: 'SUBMITTED',
      handlingLevel: 'DEPARTMENT',
      unitCode: department.unitCode,
      leadUnit: department.unitCode,
      assigneeId: null,
      acceptedAt: null,
    }),
  });
  accept(script, department);
}

const contact = (script: Script, random: Random, by: Player) =>
  script.after(10, 180, {
    action: 'contact',
    by,
    text: '已联系居民',
    note: random.pick(['电话联系，核实了位置和情况', '当面了解情况，约好处理时间', '到现场看过，和居民说明了安排']),
    set: (at) => ({ status: 'PROCESSING', contactedAt: at }),
  });

function pause(script: Script, by: Player): void {
  const pauseReason = '等居民补充材料';
  script.after(60, 200, {
    action: 'pause',
    by,
    text: `暂时挂起：${pauseReason}`,
    set: (at) => ({ status: 'PAUSED', pausedAt: at, pauseReason }),
  });
  script.after(900, 2200, {
    action: 'resume',
    by,
    text: '恢复办理',
    set: () => ({ status: 'PROCESSING', pausedAt: null, pauseReason: null }),
  });
}

function handle(script: Script, by: Player, result: string, when?: Date): void {
  const line = {
    action: 'handle',
    by,
    text: `已处理：${result}`,
    set: (at: Date) => ({ status: 'HANDLED', handledAt: at, handlerId: by.id }) as const,
  };
  if (when) script.at(when, line);
  else script.after(120, 1500, line);
}

const failCheck = (script: Script, by: Player) =>
  script.after(30, 300, {
    action: 'failCheck',
    by,
    text: '核查没有通过：现场还没有完全恢复，请继续处理',
    set: () => ({ status: 'PROCESSING', handledAt: null }),
  });

const passCheck = (script: Script, by: Player) =>
  script.after(30, 400, {
    action: 'passCheck',
    by,
    text: '核查通过，请居民确认',
    set: (at) => ({ status: 'RESOLVED', resolvedAt: at }),
  });

const reopen = (script: Script, world: World, by: Player) =>
  script.after(400, 1200, {
    action: 'reopen',
    by,
    text: '没办好，请重办：过了两天又坏了',
    set: (at) => ({
      status: 'PROCESSING',
      reopenCount: 1,
      resolvedAt: at,
      handledAt: null,
      handleBy: worked(world, at, 2300),
    }),
  });

function finish(script: Script, random: Random, players: Players, isAnonymous: boolean, fate: Fate): void {
  const since = script.now();
  if (isAnonymous || random.chance(0.28)) {
    const line = {
      action: 'close',
      by: isAnonymous ? players.checker : desk,
      text: isAnonymous ? '办结' : '七天没有回音，自动办结。没办好可以在 15 天内要求重办',
      set: (at: Date) => ({ status: 'CLOSED', closedAt: at }) as const,
    };
    if (isAnonymous) script.after(60, 600, line);
    else script.at(later(since, silenceDays * dayMs), line);
    return;
  }
  const isContacted = random.chance(0.95);
  const isSolved = random.chance(fate === 'late' ? 0.7 : 0.9);
  const isSatisfied = random.chance(isSolved ? 0.93 : 0.15);
  const word = (yes: boolean) => (yes ? '是' : '否');
  const note = isSatisfied
    ? random.pick(['办得快，谢谢', '网格员很负责', null, null])
    : random.pick(['还是有点问题', '等得太久了', null]);
  script.at(later(since, random.int(30, 2800) * minuteMs), {
    action: 'confirm',
    by: players.reporter,
    text: `居民已确认（联系了：${word(isContacted)}，解决了：${word(isSolved)}，满意：${word(isSatisfied)}）`,
    note,
    set: (at) => ({
      status: 'CLOSED',
      closedAt: at,
      ratedContacted: isContacted,
      ratedSolved: isSolved,
      ratedSatisfied: isSatisfied,
      ratingNote: note,
      ratedAt: at,
    }),
  });
}
