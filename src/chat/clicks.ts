import { z } from 'zod';

/** An administrator's word on a binding. */
export const BindClick = z.object({
  act: z.literal('bind'),
  request: z.string().max(64),
  agree: z.boolean(),
});
export type BindClick = z.infer<typeof BindClick>;

/** A button that stands for a sentence: pressed, it is answered as if it had been written. */
export const SayClick = z.object({ act: z.literal('say'), text: z.string().max(100) });
export type SayClick = z.infer<typeof SayClick>;

/** Whether a voice message was heard right; undone words are handled only then. */
export const HeardClick = z.object({
  act: z.literal('heard'),
  pending: z.string().max(64),
  right: z.boolean(),
});
export type HeardClick = z.infer<typeof HeardClick>;

/** What to do with a file that is no plan. */
export const PolicyClick = z.object({
  act: z.literal('policy-file'),
  file: z.string().max(64),
  choice: z.enum(['public', 'internal', 'public-apart', 'internal-apart', 'drop']),
});
export type PolicyClick = z.infer<typeof PolicyClick>;
