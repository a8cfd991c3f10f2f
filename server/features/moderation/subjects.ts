import type { CheckState } from '#prisma';
import type { Ctx } from '../../kernel/context';
import { postedText, settleText, shownTextId } from '../forum/index';
import { chosenNickname, settleNickname } from '../identity/index';
import { worldOf } from '../places/index';

/** A public piece as moderation needs to know it; the words stay with the feature they belong to. */
export interface Subject {
  readonly authorId: string;
  /** What it stands in (a topic); null for what stands alone. */
  readonly groupId: string | null;
  readonly townCode: string | null;
  readonly villageCode: string | null;
  readonly state: CheckState;
  readonly title?: string | undefined;
  readonly words?: string | undefined;
  readonly attachmentId?: string | undefined;
}

/** How a kind of piece is found (not_found), and what is done when it was judged. Both in the caller's transaction. */
interface SubjectKind {
  readonly label: string;
  /** Where it is seen, for WeChat: 1 profile, 3 forum. */
  readonly scene: 1 | 3;
  load(ctx: Ctx, subjectId: string): Promise<Subject>;
  settle(ctx: Ctx, subjectId: string, state: CheckState): Promise<void>;
  /** Written in the name of a unit, where its own telephone and address belong. */
  readonly official?: boolean;
  /** The piece behind what somebody points at, where people know it by another id. */
  pointedAt?(ctx: Ctx, id: string): Promise<string>;
}

/** What the forum calls the pieces it has. */
const forumLabels: Readonly<Record<string, string>> = {
  TOPIC: '议题',
  COMMENT: '留言',
  PICTURE: '图片',
  STATEMENT: '看法',
  QUESTION: '提问',
  ANSWER: '答复',
  WORD: '会上的话',
  MEETING_PHOTO: '会议照片',
};

const ofForum = (kind: string): SubjectKind => ({
  label: forumLabels[kind] ?? '内容',
  scene: 3,
  load: async (ctx, id) => {
    const { topicId, ...text } = await postedText(ctx, kind, id);
    return { ...text, groupId: topicId };
  },
  settle: (ctx, id, state) => settleText(ctx, kind, id, state),
  ...(kind === 'ANSWER' && { official: true }),
  ...(kind === 'TOPIC' && { pointedAt: shownTextId }),
});

/** The name somebody has chosen to be called by. */
const nickname: SubjectKind = {
  label: '昵称',
  scene: 1,
  load: async (ctx, id) => {
    const { homeVillageCode: villageCode, ...chosen } = await chosenNickname(ctx, id);
    const home = villageCode ? (await worldOf(ctx.db)).divisions.get(villageCode) : undefined;
    return { ...chosen, groupId: null, villageCode, townCode: home?.parentCode ?? null };
  },
  settle: settleNickname,
};

const kinds: Readonly<Record<string, SubjectKind>> = { NICKNAME: nickname };

/** Every kind of public piece; those that are not named here are the forum's. */
export const kindOf = (kind: string): SubjectKind => kinds[kind] ?? ofForum(kind);

/** All words of a piece, as they are judged. */
export const wordsOf = ({ title, words }: Subject): string => [title, words].filter(Boolean).join('\n');
