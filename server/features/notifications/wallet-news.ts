import { z } from 'zod';
import type { WalletNews } from '#shared/domain/notices/wallet';

/** News of one template as a push brings it. `msgId` names the message that was sent, where it is about one. */
export interface TemplateNews {
  readonly templateId: string;
  readonly news: WalletNews;
  readonly msgId?: string;
}

const shortText = z.union([z.string().max(100), z.number()]).transform(String);
const Asked = z.looseObject({ TemplateId: shortText, SubscribeStatusString: shortText });
const Sent = z.looseObject({
  TemplateId: shortText,
  MsgID: shortText,
  ErrorCode: z.coerce.number().int(),
  ErrorStatus: shortText,
});
const wrappers = {
  'event:subscribe_msg_popup_event': 'SubscribeMsgPopupEvent',
  'event:subscribe_msg_change_event': 'SubscribeMsgChangeEvent',
  'event:subscribe_msg_sent_event': 'SubscribeMsgSentEvent',
} as const;
type NewsKind = keyof typeof wrappers;

/** Whether a push of this kind is about the wallet. */
export const isNewsKind = (kind: string): kind is NewsKind => kind in wrappers;

/** The list of a push: JSON has it beside the other fields, XML inside an element of its own, either as one object or as several. */
function listOf(kind: NewsKind, body: unknown): unknown[] {
  const fields = body as Record<string, unknown>;
  const inside = fields[wrappers[kind]] as Record<string, unknown> | undefined;
  const list = fields.List ?? inside?.List;
  return Array.isArray(list) ? list : list === undefined ? [] : [list];
}

/** Reads what a push says of each template; entries that are not as WeChat documents them are left out. */
export function readNews(kind: NewsKind, body: unknown): TemplateNews[] {
  const entries = listOf(kind, body);
  if (kind === 'event:subscribe_msg_sent_event')
    return entries.flatMap((entry) => {
      const { data } = Sent.safeParse(entry);
      if (!data) return [];
      const { TemplateId: templateId, MsgID: msgId, ErrorCode: errorCode, ErrorStatus: errorStatus } = data;
      return [{ templateId, msgId, news: { event: 'sent' as const, errorCode, errorStatus } }];
    });
  const event = kind === 'event:subscribe_msg_popup_event' ? 'popup' : 'change';
  return entries.flatMap((entry) => {
    const { data } = Asked.safeParse(entry);
    return data ? [{ templateId: data.TemplateId, news: { event, status: data.SubscribeStatusString } }] : [];
  });
}
