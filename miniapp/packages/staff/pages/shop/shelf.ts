import type { Output } from '#shared/contract';

export type Good = Output<'shop.desk'>['goods'][number];
export type Outlet = Output<'shop.desk'>['outlets'][number];
