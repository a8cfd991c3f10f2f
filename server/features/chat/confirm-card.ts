import type { z } from 'zod';
import type { Card } from '#shared/contract/chat';
import type { Draft } from '#shared/domain/chat/reply';
import { isSensitive } from '#shared/domain/chat/report-problem';
import { ringsOf, type World } from '../places/index';
import type { TicketPlan } from '../tickets/index';

type ConfirmCard = Extract<z.output<typeof Card>, { type: 'confirm' }>;
type Line = ConfirmCard['lines'][number];

const edit = (field: string, label: string) => ({ label, action: 'report.edit', payload: { field } });

/** What will be sent, to whom, why there, and by when. Photos are put in where the message is shown. */
export function confirmCard(world: World, draft: Draft, plan: TicketPlan): ConfirmCard {
  const { details } = draft;
  const { ticket } = plan;
  const grid = ticket.gridCode ? world.grid(ticket.gridCode) : undefined;
  return {
    type: 'confirm',
    title: '',
    lines: linesOf(draft, plan),
    map:
      grid || details.where?.position
        ? {
            shape: grid ? { synthetic: grid.synthetic, label: grid.name, rings: ringsOf(grid.outline) } : null,
            position: details.where?.position ?? null,
          }
        : null,
    photos: [],
    options: [
      { label: '先不报', action: 'report.later' },
      { label: '报上去', action: 'report.confirm', style: 'primary', payload: { draftId: draft.id } },
    ],
  };
}

function linesOf({ details }: Draft, plan: TicketPlan): Line[] {
  const { what = '', since, where, photos, category } = details;
  const secret = isSensitive(details);
  return [
    {
      field: 'what',
      label: '事情',
      value: since ? `${what}，已经${since}` : what,
      ...(category && category.code !== 'other' && { note: `分类：${category.name}` }),
      edit: edit('what', '改'),
    },
    {
      field: 'where',
      label: '地点',
      value: where?.label ?? '位置待核实',
      ...(where?.source === 'home' && { note: '按您登记的住处' }),
      edit: edit('where', '改'),
    },
    {
      field: 'photo',
      label: '照片',
      value: photos.length > 0 ? `${photos.length} 张` : '没有照片也可以',
      edit: edit('photo', '加'),
    },
    ...(details.anonymous
      ? [
          {
            field: 'anonymous',
            label: '署名',
            value: '匿名，不显示您的名字',
            edit: { label: '改', action: 'report.anonymous', payload: { label: '不用匿名了' } },
          },
        ]
      : []),
    ...(secret ? [{ field: 'secret', label: '保密', value: '只有区协调中心看得到，您的身份保密' }] : []),
    {
      field: 'to',
      label: '交给',
      value: plan.responsible ? `${plan.responsible.role} ${plan.responsible.name}` : plan.unitName,
      note: plan.hops.map(({ because }) => because).join('；'),
    },
    { field: 'due', label: '时限', value: dueText(details.anonymous, plan) },
  ];
}

const dueText = (anonymous: boolean, { byWhen }: TicketPlan) =>
  anonymous ? `${byWhen.handle}办好` : `${byWhen.contact}联系您，${byWhen.handle}办好`;

/** What is said once it is filed. */
export function filedText({ details }: Draft, plan: TicketPlan): string {
  const { ticket, responsible, unitName, byWhen } = plan;
  const to = responsible ? `${responsible.role}${responsible.name}` : unitName;
  const next = details.anonymous ? '匿名报的不会联系您，在“我的事”里能看进度。' : `会在${byWhen.contact}联系您。`;
  return `报上去了，编号 ${ticket.no}。已交给${to}，${next}`;
}
