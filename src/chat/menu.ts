import { words } from './wording.ts';

const { buttons } = words;

/** The entries of the bot's menu, as `event_key` is set in the console, and the sentence each stands for. */
export const MENU: Partial<Record<string, string>> = {
  help: buttons.help,
  my_tasks: buttons.myTasks,
  month: buttons.progress,
  year: buttons.year,
  problems: buttons.problems,
  policies: buttons.policy,
  undo: buttons.undo,
};
