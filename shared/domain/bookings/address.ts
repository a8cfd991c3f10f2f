/** How an advisor is addressed: 陈立 → 陈立律师, and 陈律师 as he is. */
export const lawyer = (name: string): string => (name.endsWith('律师') ? name : `${name}律师`);
