import type { Context } from './context.ts';

/** Whether the person is of the office that supervises the plans (督办人员). */
export const isOffice = (context: Pick<Context, 'person'>): boolean =>
  context.person.roles.has('office');

/** Whether the person is an administrator. */
export const isAdmin = (context: Pick<Context, 'person'>): boolean =>
  context.person.roles.has('admin');
