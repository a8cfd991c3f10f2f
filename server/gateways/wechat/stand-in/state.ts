import { randomBytes } from 'node:crypto';
import { createFaults } from './faults';
import type { PushTarget } from './pusher';

/** A subscribe message as it arrived; `sentAt` is an ISO instant. */
export interface SentMessage {
  /** WeChat's number of it, 19 digits. */
  msgId: string;
  openid: string;
  templateId: string;
  page?: string;
  data: Record<string, string>;
  state: string;
  sentAt: string;
}

/** A media check as it was asked for; its verdict is pushed later. */
export interface AskedMedia {
  traceId: string;
  openid: string;
  url: string;
}

/** A text the desk said in the customer-service window. */
export interface SaidText {
  openid: string;
  text: string;
}

interface Code {
  purpose: 'login' | 'phone';
  /** The openid of a login code, the phone number of a phone code. */
  subject: string;
  mintedAt: number;
}

export interface StandInOptions {
  appId: string;
  secret: string;
  /** Loopback port; 0 takes a free one. */
  port?: number;
  /** Present, milliseconds since the epoch. */
  now?: () => number;
  /** Known templates with their keys; without it every well-formed template id is known. */
  templates?: Record<string, string[]>;
  /** Messages each person may get from each template before `grant`; default 0, as WeChat has it. */
  defaultQuota?: number;
  /** Where its pushes go; without it none are sent. */
  push?: PushTarget;
}

/** Codes live 5 minutes. Source: getuserphonenumber; the login code is taken to be alike. */
const codeLifeMs = 300_000;
const kept = 1000;

/** Everything the stand-in remembers. Nothing survives a restart. */
export function createStandInState(options: StandInOptions) {
  const now = options.now ?? Date.now;
  const codes = new Map<string, Code>();
  const spent = new Set<string>();
  const quota = new Map<string, number>();
  const sent: SentMessage[] = [];
  const media: AskedMedia[] = [];
  const said: SaidText[] = [];
  const windows = new Map<string, { until: number; left: number }>();
  const calls = new Map<string, number>();
  let msgIds = 1_864_323_726_461_255_681n;
  let heard: (asked: AskedMedia) => void = () => undefined;

  const mint = (purpose: Code['purpose'], subject: string): string => {
    const code = `${purpose}-${randomBytes(12).toString('base64url')}`;
    codes.set(code, { purpose, subject, mintedAt: now() });
    return code;
  };

  /** `demo-<openid>` or `demo-<openid>.<anything>`, so that one person can sign in again with a code never used before. */
  const demoSubject = (code: string) => code.match(/^demo-([\w-]{1,64})(\.[\w-]{1,64})?$/)?.[1];

  /** Spends a code: its subject, or WeChat's error code. */
  function spend(purpose: Code['purpose'], code: string): string | number {
    if (spent.has(code)) return 40163;
    const known = codes.get(code);
    const subject = known?.purpose === purpose ? known.subject : purpose === 'login' ? demoSubject(code) : undefined;
    if (!subject || (known && now() - known.mintedAt > codeLifeMs)) return 40029;
    spent.add(code);
    codes.delete(code);
    return subject;
  }

  const quotaKey = (openid: string, templateId: string) => `${openid} ${templateId}`;
  const quotaOf = (openid: string, templateId: string) =>
    quota.get(quotaKey(openid, templateId)) ?? options.defaultQuota ?? 0;

  return {
    options,
    now,
    faults: createFaults(),
    mint,
    spend,
    sent,
    media,
    said,
    /** Somebody wrote or came into the customer-service window: so long and so often may be answered. */
    openWindow(openid: string, ms: number, replies: number): void {
      windows.set(openid, { until: now() + ms, left: replies });
    },
    /** Says a text in the window, or WeChat's error code. */
    say(openid: string, text: string): number {
      const open = windows.get(openid);
      if (!open || open.until <= now()) return 45015;
      if (open.left < 1) return 45047;
      open.left -= 1;
      said.push({ openid, text });
      if (said.length > kept) said.shift();
      return 0;
    },
    /** Counts a request; the whole count is under `*`. */
    count(path: string): void {
      for (const key of [path, '*']) calls.set(key, (calls.get(key) ?? 0) + 1);
    },
    callCount: (path = '*') => calls.get(path) ?? 0,
    nextMsgId(): string {
      msgIds += 2n;
      return String(msgIds);
    },
    /** Keeps what was asked, the last thousand of each kind. */
    keepSent(message: SentMessage): void {
      sent.push(message);
      if (sent.length > kept) sent.shift();
    },
    keepMedia(asked: AskedMedia): void {
      media.push(asked);
      if (media.length > kept) media.shift();
      heard(asked);
    },
    /** Who is told of each media check that is asked for. */
    onMedia(listener: (asked: AskedMedia) => void): void {
      heard = listener;
    },
    quotaOf,
    grant(openid: string, templateId: string, count: number): void {
      quota.set(quotaKey(openid, templateId), quotaOf(openid, templateId) + count);
    },
    useQuota(openid: string, templateId: string): boolean {
      const left = quotaOf(openid, templateId);
      if (left < 1) return false;
      quota.set(quotaKey(openid, templateId), left - 1);
      return true;
    },
  };
}

export type StandInState = ReturnType<typeof createStandInState>;
