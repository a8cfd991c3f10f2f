import type { FileStore } from '../../gateways/storage/file-store';
import type { Handlers } from '../../kernel/route';
import { behind } from './behind';
import { answerBureau } from './commands/answer-bureau';
import { checkRecord } from './commands/check-record';
import { drawSample } from './commands/draw-sample';
import { saveStandard } from './commands/save-standard';
import { complaints } from './complaints';
import { coverage } from './coverage';
import { exportScores } from './export';
import { scores } from './scores';
import { standards } from './standards';
import { trend } from './trend';

/** The justice bureau's supervision of advisors; exports are written to `store`. */
export const supervisionRoutes = ({ store }: { store: FileStore }) =>
  ({
    'supervision.scores': scores,
    'supervision.standards': standards,
    'supervision.saveStandard': saveStandard,
    'supervision.trend': trend,
    'supervision.complaints': complaints,
    'supervision.answerComplaint': answerBureau,
    'supervision.behind': behind,
    'supervision.coverage': coverage,
    'supervision.sample': drawSample,
    'supervision.check': checkRecord,
    'supervision.export': { own: exportScores(store) },
  }) satisfies Handlers;
