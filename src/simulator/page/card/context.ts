import type { ClickInput, Person } from '../../pocket-api.ts';
import type { Json } from './json.ts';

export type Action = ClickInput['action'];

/** What the card needs of the page around it. */
export type CardHost = {
  people: Person[];
  nameOf: (openId: string) => string | undefined;
  timeZone: string;
  fileUrl: (key: string) => string;
  openPicture: (url: string, name: string) => void;
  /** Survives a new version of the card: open panels, pages of tables, words typed into forms. */
  memory: Map<string, unknown>;
  confirmed: (question: { title: string; text: string }) => Promise<boolean>;
  notify: (kind: 'info' | 'success' | 'error' | 'warning', content: string) => void;
  /** Sends a click; resolves to whether the application took it. */
  click: (action: Action, origin: HTMLElement) => Promise<boolean>;
};

/** One field of a form. */
export type Field = {
  name: string;
  required: boolean;
  root: HTMLElement;
  /** As `form_value` carries it; undefined where nothing was chosen. */
  read: () => unknown;
  /** Back to the value that the card gave it. */
  reset: () => void;
};

export type CardContext = CardHost & {
  /** The form one is in. */
  form: Field[] | undefined;
  /** Draws any element. */
  draw: (element: unknown, context: CardContext) => HTMLElement;
  /** A key for `memory` that is the same in the next version of the card. */
  keyOf: (element: Json) => string;
  onDispose: (run: () => void) => void;
  /** Names for sizes and colours that the card declares in `config.style`. */
  style: Json;
};

/** Draws one component. */
export type Draw = (element: Json, context: CardContext) => HTMLElement;
