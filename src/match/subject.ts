/** What a firm can be asked about. `money` counts in yuan, `share` in per cent, `years` in years, `count` in pieces. */
export type SubjectKind = 'money' | 'share' | 'count' | 'years' | 'flag' | 'incident';

export type Subject = {
  id: string;
  label: string;
  kind: SubjectKind;
  /** How firms and documents name it: `example` is one. Of rows that reach as far the first counts, so narrower ones stand first. */
  names: RegExp;
  example: string;
};

/** A row of the tables of subjects. */
export const of = (
  id: string,
  label: string,
  kind: SubjectKind,
  names: string,
  example: string,
): Subject => ({
  id,
  label,
  kind,
  names: new RegExp(names, 'u'),
  example,
});
