import type { SlotView } from './contract/bookings';

/** Every way the desk can refuse: code → HTTP status and the sentence people read. */
export const errors = {
  invalid_input: [422, '有内容填得不对，请改一下再试'],
  malformed_body: [400, '请求的格式不对'],
  body_too_large: [413, '内容太大了，请删减后再试'],
  unauthenticated: [401, '请先登录'],
  session_expired: [401, '登录已过期，请重新登录'],
  login_code_invalid: [401, '微信登录没有成功，请再试一次'],
  login_blocked: [403, '微信暂时限制了这个账号登录，请稍后再试'],
  account_disabled: [403, '这个账号已停用，请联系村（社区）工作人员'],
  forbidden: [403, '您没有这个权限'],
  not_found: [404, '没有找到，可能已经不在了'],
  too_many_requests: [429, '操作太频繁了，请稍等一会儿'],
  idempotency_mismatch: [422, '同一个请求编号用在了不同的内容上'],
  stale_version: [409, '刚刚有人动过这件事，请刷新后再操作'],
  conversation_busy: [409, '上一句还在处理，请稍等'],
  ticket_action_not_allowed: [409, '这件事现在的状态不能这样操作'],
  ticket_return_limit: [409, '中心已经裁决过，不能再退回'],
  ticket_extend_limit: [409, '只能延期一次'],
  ticket_reopen_limit: [409, '已经重办过一次，如仍有问题请另报一件'],
  ticket_reopen_too_late: [409, '办结超过 15 天，请另报一件'],
  ticket_assist_unfinished: [409, '还有协办任务没有完成'],
  ticket_photo_required: [422, '请附上处理后的照片'],
  ticket_same_person: [403, '核查要由处理人以外的人来做'],
  ticket_already_joined: [409, '您已经在跟着这件事了'],
  slot_taken: [409, '这个时段刚刚被约走了，看看最近的空档'],
  slot_closed: [409, '这个时段现在不接受预约，看看最近的空档'],
  booking_slot_past: [409, '这个时间已经过了，请另选一个'],
  booking_notice_too_short: [409, '离开始太近，来不及安排，请选晚一点的时段'],
  booking_other_village: [403, '这个时段是别的村（社区）的，请约本村的法律顾问'],
  booking_same_time: [409, '您在这个时间已经有一个预约'],
  booking_limit: [409, '您已经有两个预约，办完或取消一个后再约'],
  booking_conflict: [409, '这位律师按规定要回避，可以约另一位'],
  booking_action_not_allowed: [409, '这个预约现在的状态不能这样操作'],
  booking_hold_expired: [409, '占号时间过了，请重新选一个时段'],
  booking_reason_required: [422, '请写明原因'],
  booking_cancel_too_late: [409, '离开始不到两小时，请直接打电话给顾问'],
  booking_already_started: [409, '见面时间已经到了，不能再改'],
  booking_not_started: [409, '还没到约定的时间'],
  booking_record_missing: [422, '请先写服务记录'],
  booking_absence_too_early: [409, '过了约定时间 15 分钟再记未到'],
  booking_undo_too_late: [409, '超过 7 天，不能再更正'],
  booking_already_rated: [409, '您已经评价过了'],
  booking_rate_too_late: [409, '超过 15 天，不能再评价'],
  booking_proposal_missing: [409, '顾问没有提出新的时间，或者已经过期'],
  advisor_missing: [404, '这个村（社区）还没有安排法律顾问，可以拨打 12348 免费咨询'],
  advisor_unknown: [422, '没有这位法律顾问'],
  advisor_not_free: [409, '这位同事那个时间没有空'],
  availability_day_invalid: [422, '日期不对，或者同一天填了两次'],
  availability_hours_invalid: [422, '时间不对：要从早到晚，填完整'],
  availability_hours_overlap: [422, '和同一天的另一段时间重叠了'],
  availability_village_missing: [422, '到村的时间要选村（社区），电话和视频不用选'],
  availability_market_invalid: [422, '赶场的日子不对'],
  availability_leave_invalid: [422, '请假的时间不对：要从早到晚，还没有过去'],
  availability_limits_invalid: [422, '预约限制不对'],
  booking_sign_in_too_far: [409, '离村（社区）太远，到了 500 米以内再签到'],
  booking_sign_in_imprecise: [409, '定位不准，请到室外再试一次'],
  visit_code_invalid: [409, '这个码不是这个村（社区）的'],
  visit_open: [409, '您还有一次到点没有签退'],
  visit_over: [409, '这次到点已经处理过了'],
  waiting_limit: [409, '您已经在候补了，先等一等或退出一个'],
  waiting_offer_over: [409, '这个时段的保留时间过了，已让给下一位'],
  waiting_wish_invalid: [422, '想约的时间段不对，请重新选'],
  topic_action_not_allowed: [409, '这个议题现在走到的这一步不能这样操作'],
  topic_not_passed: [409, '这个议题还在核对内容，通过以后再操作'],
  topic_counts_elsewhere: [403, '附议按居住地计算，这个议题由那里的居民附议，您可以留言'],
  topic_home_missing: [409, '请先在“我的”里填上您住在哪个村（社区），再来附议'],
  topic_already_supported: [409, '您已经附议过了，一人一票'],
  topic_not_supported: [409, '您没有附议这个议题'],
  topic_author_voice: [409, '提议人的附议跟着议题走，不想继续可以撤回议题'],
  topic_extend_limit: [409, '这一步已经延过一次'],
  topic_edit_reason: [422, '已经有人附议，请写明为什么改'],
  topic_text_same: [422, '文字没有变化'],
  topic_merge_invalid: [422, '不能并入这一个：要是同一个地方、还在商量的议题'],
  topic_invite_over: [409, '这个联名码过期了，请提议人再给一个'],
  topic_coauthor_already: [409, '您已经联名了'],
  topic_coauthor_limit: [409, '联名的人已满 10 位，可以附议'],
  topic_limit: [409, '您已经有 5 个议题在商量，等有了结果再提'],
  topic_raise_elsewhere: [403, '议题由住在那里的人来提，您可以在自己的村（社区）提'],
  unit_unknown: [422, '没有这个单位'],
  person_not_eligible: [422, '这个人不能接这件事'],
  merge_target_invalid: [422, '不能并入这一件'],
  category_unknown: [422, '没有这个分类'],
  place_unknown: [422, '没有找到这个地方，请说村（社区）名字或在地图上点一下'],
  place_out_of_scope: [422, '这个位置不在翠屏区服务台负责的范围内，请拨打 12345'],
  conversation_taken: [409, '已经有人接手了'],
  conversation_not_yours: [409, '这段对话不在您手上'],
  photo_too_large: [413, '照片太大了，请控制在 10 MB 以内'],
  photo_unreadable: [422, '这张照片打不开，请换一张'],
  photo_type_unsupported: [415, '只支持 JPG、PNG、WebP、HEIC 照片'],
  photo_limit: [422, '最多 9 张照片'],
  photo_in_use: [409, '照片已经用上了，不能删除'],
  link_expired: [403, '链接已过期，请回到页面重新打开'],
  storage_full: [507, '服务器存储空间不足，照片没有存上，文字已保留'],
  wechat_unavailable: [503, '微信服务暂时连不上，请稍后再试'],
  unavailable: [503, '服务正忙，请稍后再试，您写的内容还在'],
  not_demo: [404, '演示模式没有打开'],
  internal: [500, '服务出了点问题，已经记录，请稍后再试'],
} as const satisfies Record<string, readonly [number, string]>;

export type ErrorCode = keyof typeof errors;

/** A refusal with a name. `fields` says per input field what is wrong. */
export class AppError extends Error {
  readonly status: number;
  /** Free times to choose from instead, the nearest first. */
  next?: readonly SlotView[];

  constructor(
    readonly code: ErrorCode,
    readonly fields?: Record<string, string>,
    message: string = errors[code][1],
  ) {
    super(message);
    this.name = 'AppError';
    this.status = errors[code][0];
  }

  /** The same refusal with what is to be had instead. */
  offering(next: readonly SlotView[]): this {
    this.next = next;
    return this;
  }
}
