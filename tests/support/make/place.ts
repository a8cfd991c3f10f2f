import type { Prisma } from '#prisma';

/** Where everything happens unless a test says otherwise: 李庄镇高桥村第3网格. */
export const home = {
  districtId: '511502',
  district: '511502000000',
  town: '511502101000',
  village: '511502101208',
  grid: '511502101208003',
  otherGrid: '511502101208001',
  otherVillage: '511502101001',
  otherTown: '511502116000',
  centre: 'zhongxin',
} as const;

export const { districtId } = home;

/** Fields a test may state; the rest is filled in. */
export type Row<T> = Partial<Omit<T, 'districtId'>>;
export type PostKind = Prisma.PostUncheckedCreateInput['kind'];

let count = 0;
/** 1, 2, 3 … for names and numbers that must differ. */
export const next = () => {
  count += 1;
  return count;
};
