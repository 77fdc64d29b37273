/** What a work plan says, before anything is stored. The shape of `plan parse` (CONTRACT section 4). */
export type ParsedPlan = {
  title: string;
  /** The first year the title names. */
  year: number | null;
  tasks: ParsedTask[];
  /** What is doubtful or could not be read, in words for people. */
  problems: { where: string; message: string }[];
};

export type ParsedTask = {
  month: number | null;
  seq: number;
  /** The cell without its number. */
  content: string;
  leadUnits: string[];
  coopUnits: string[];
  startOn: string | null;
  /** A period stands for its last day. */
  dueOn: string | null;
  recurrence: Recurrence | null;
  source: Source;
  /** Heading of the task where its text has one of its own: 优化审批。 */
  title?: string;
  /** Heading of the part of the plan it stands in. */
  section?: string;
  /** Leaders in charge, as written. */
  leaders?: string;
  /** What is to be reached by when, from columns of months or quarters. */
  milestones?: { period: string; text: string }[];
  /** How much of it is to be reached, from a column or label of goals. */
  goal?: string;
  /** Remarks and goals beside the task, as written. */
  note?: string;
};

export type Recurrence = {
  every: 'month' | 'quarter' | 'year' | 'ongoing';
  /** Day of the month, where the document names one. */
  day?: number;
  /** Months 1–12 in which it falls due. */
  months?: number[];
};

export type Source = {
  sheet?: string;
  page?: number;
  paragraph?: number;
  table?: number;
  row?: number;
};
