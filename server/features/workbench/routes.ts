import type { FileStore } from '#server/gateways/storage/file-store';
import type { Handlers } from '../../kernel/route';
import {
  findTalk,
  finishConversation,
  listTalks,
  replyToResident,
  takeConversation,
  talkWithMessages,
} from '../chat/index';
import { board } from './board';
import { canned, colleagues, units } from './choices';
import { exportTickets } from './export';
import { map } from './map';
import { counts, queue } from './queries';

/** The workbench's calls; exports are written to `store`. */
export const workbenchRoutes = ({ store }: { store: FileStore }) =>
  ({
    'workbench.queue': queue,
    'workbench.counts': counts,
    'workbench.map': map,
    'workbench.canned': canned,
    'workbench.colleagues': colleagues,
    'workbench.units': units,
    'workbench.board': board,
    'workbench.export': { own: exportTickets(store) },
    'workbench.conversations': async (ctx) => ({ items: await listTalks(ctx) }),
    'workbench.conversation': async (ctx, { id, afterSeq }) => talkWithMessages(ctx, await findTalk(ctx, id), afterSeq),
    'workbench.takeConversation': async (ctx, { id }) => talkWithMessages(ctx, await takeConversation(ctx, id)),
    'workbench.reply': async (ctx, { id, text }) => talkWithMessages(ctx, await replyToResident(ctx, id, text)),
    'workbench.finishConversation': async (ctx, { id }) => talkWithMessages(ctx, await finishConversation(ctx, id)),
  }) satisfies Handlers;
