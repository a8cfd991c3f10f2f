import type { Output } from '#shared/contract';

export type Profile = Output<'advisor.profile'>;

/** Words of a list as people write it: 婚姻家庭、邻里，土地 → three, each once. */
export const listed = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、，,；;\s]+/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];

/** What is still wrong before it can be saved, a sentence a field. The bounds are those of the call. */
export function profileProblems({ fields, languages }: Pick<Profile, 'fields' | 'languages'>): {
  fields?: string;
  languages?: string;
} {
  return {
    ...(fields.length === 0 || fields.length > 8 ? { fields: '写 1 到 8 项' } : {}),
    ...(languages.length === 0 || languages.length > 5 ? { languages: '写 1 到 5 种' } : {}),
  };
}
