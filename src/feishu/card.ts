/**
 * Typed builders for Feishu cards, JSON 2.0. The platform refuses a card with one unknown property (200621), so cards
 * are built only from these. Source: open.feishu.cn 卡片 JSON 2.0 结构 and the pages of the components.
 */
export type Element = { tag: string; [property: string]: unknown };

export type Card = {
  schema: '2.0';
  config: Record<string, unknown>;
  header?: Record<string, unknown>;
  body: { elements: Element[]; [property: string]: unknown };
};

export type ButtonValue = { act: string; [key: string]: string | number | boolean };

type Template = 'blue' | 'wathet' | 'turquoise' | 'green' | 'orange' | 'grey' | 'indigo';

const plain = (content: string) => ({ tag: 'plain_text', content });

const entity = (c: string) => `&#${c.codePointAt(0)};`;

/**
 * Text shown as it is: whatever people, documents or models wrote, nothing in it is markup, an emoji key or a mention.
 * Line breaks stay line breaks, and nothing at the start of a line begins a list, a rule or a block of code.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[&*~<>[\]()#_\\`$|!]|:(?=[\w-]+:)/g, (c) => (c === '<' ? '&lt;' : entity(c)))
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) =>
      line
        .replace(/^\s+/, (blank) => [...blank].map(entity).join(''))
        .replace(/^((?:&#\d+;)*)([-+=])(?=[\s=-]|$)/, (_, blank, c) => blank + entity(c))
        .replace(/^((?:&#\d+;)*\d{1,9})\.(?=\s|$)/, (_, number) => `${number}&#46;`),
    )
    .join('<br>');
}

/** Shortens to at most `length` characters, with `…` where something was cut. */
export function clip(text: string, length: number): string {
  const chars = [...text];
  return chars.length <= length ? text : `${chars.slice(0, length - 1).join('')}…`;
}

/** A whole card. `summary` is what the chat list and notifications show; defaults to the title. */
export function card(input: {
  title: string;
  subtitle?: string;
  template?: Template;
  tag?: { text: string; color: string };
  summary?: string;
  elements: Element[];
}): Card {
  return {
    schema: '2.0',
    config: {
      update_multi: true,
      width_mode: 'fill',
      enable_forward: true,
      enable_forward_interaction: false,
      summary: { content: clip(input.summary ?? input.title, 100) },
    },
    header: {
      template: input.template ?? 'blue',
      title: plain(input.title),
      ...(input.subtitle ? { subtitle: plain(input.subtitle) } : {}),
      ...(input.tag
        ? {
            text_tag_list: [
              { tag: 'text_tag', text: plain(input.tag.text), color: input.tag.color },
            ],
          }
        : {}),
    },
    body: {
      direction: 'vertical',
      vertical_spacing: '8px',
      padding: '12px 12px 12px 12px',
      elements: input.elements,
    },
  };
}

/** Markdown; anything not written by us goes through `escapeMarkdown` first. */
export function markdown(content: string, size?: 'heading' | 'normal' | 'notation'): Element {
  return { tag: 'markdown', content, ...(size ? { text_size: size } : {}) };
}

/** A small grey line. */
export function note(content: string): Element {
  return markdown(`<font color='grey'>${content}</font>`, 'notation');
}

export function hr(): Element {
  return { tag: 'hr' };
}

/** A button that calls back with `value`; inside a form give it a `name` and make it `submit`. */
export function button(input: {
  text: string;
  value: ButtonValue;
  type?: 'default' | 'primary' | 'primary_filled' | 'danger' | 'text';
  size?: 'tiny' | 'small' | 'medium';
  confirm?: { title: string; text: string };
  submit?: string;
  fill?: boolean;
}): Element {
  return {
    tag: 'button',
    type: input.type ?? 'default',
    size: input.size ?? 'small',
    ...(input.fill ? { width: 'fill' } : {}),
    text: plain(clip(input.text, 100)),
    ...(input.confirm
      ? { confirm: { title: plain(input.confirm.title), text: plain(input.confirm.text) } }
      : {}),
    ...(input.submit ? { name: input.submit, form_action_type: 'submit' } : {}),
    behaviors: [{ type: 'callback', value: input.value }],
  };
}

/** A button that opens a page. */
export function link(text: string, url: string): Element {
  return {
    tag: 'button',
    type: 'text',
    size: 'small',
    text: plain(clip(text, 100)),
    behaviors: [{ type: 'open_url', default_url: url }],
  };
}

/** Elements beside each other that wrap on narrow screens: rows of buttons. */
export function row(elements: Element[]): Element {
  return columns(
    elements.map((e) => ({ elements: [e] })),
    'flow',
  );
}

/** Columns. With `weight` they share the width (flex `none`), else each is as wide as its content. */
export function columns(
  list: { elements: Element[]; weight?: number; background?: string }[],
  flex: 'none' | 'flow' | 'bisect' | 'trisect' | 'stretch' = 'none',
): Element {
  return {
    tag: 'column_set',
    flex_mode: flex,
    horizontal_spacing: '8px',
    background_style: 'default',
    columns: list.map((c) => ({
      tag: 'column',
      ...(c.weight ? { width: 'weighted', weight: c.weight } : { width: 'auto' }),
      vertical_align: 'top',
      ...(c.background ? { background_style: c.background, padding: '8px 8px 8px 8px' } : {}),
      elements: c.elements,
    })),
  };
}

export type TableColumn = {
  name: string;
  title: string;
  type?: 'text' | 'lark_md' | 'number';
  width?: string;
};

/** A table; only at the card's root. Row keys are column names. */
export function table(
  cols: TableColumn[],
  rows: Record<string, string | number>[],
  pageSize = 10,
): Element {
  return {
    tag: 'table',
    page_size: Math.min(10, Math.max(1, pageSize)),
    row_height: 'low',
    header_style: { text_align: 'left', background_style: 'grey', bold: true, lines: 1 },
    columns: cols.map((c) => ({
      name: c.name,
      display_name: c.title,
      data_type: c.type ?? 'text',
      width: c.width ?? 'auto',
    })),
    rows,
  };
}

/** A chart; `spec` is a VChart spec as pure JSON. Without an aspect ratio: 16:9 on computers, square on phones. */
export function chart(spec: Record<string, unknown>): Element {
  return {
    tag: 'chart',
    color_theme: 'brand',
    preview: true,
    chart_spec: spec,
  };
}

/** A panel that opens on a click; no form and no table inside. */
export function collapsible(title: string, elements: Element[], expanded = false): Element {
  return {
    tag: 'collapsible_panel',
    expanded,
    header: {
      title: { tag: 'markdown', content: title },
      vertical_align: 'center',
      padding: '4px 8px 4px 8px',
      icon: { tag: 'standard_icon', token: 'down-small-ccm_outlined', size: '16px 16px' },
      icon_position: 'right',
      icon_expanded_angle: -180,
    },
    border: { color: 'grey', corner_radius: '5px' },
    padding: '8px 8px 8px 8px',
    elements,
  };
}

/** A form; only at the card's root, needs a submit button, every field has a `name` unique in the card. */
export function form(name: string, elements: Element[]): Element {
  return { tag: 'form', name, vertical_spacing: '8px', elements };
}

export function input(field: {
  name: string;
  placeholder: string;
  label?: string;
  multiline?: boolean;
  required?: boolean;
  value?: string;
}): Element {
  return {
    tag: 'input',
    name: field.name,
    required: field.required ?? false,
    input_type: field.multiline ? 'multiline_text' : 'text',
    ...(field.multiline ? { rows: 3, auto_resize: true, max_rows: 8, max_length: 1000 } : {}),
    width: 'fill',
    placeholder: plain(clip(field.placeholder, 100)),
    ...(field.label ? { label: plain(field.label) } : {}),
    // Beyond this length the platform cuts the text itself.
    ...(field.value ? { default_value: clip(field.value, 1000) } : {}),
  };
}

export function datePicker(name: string, placeholder: string): Element {
  return { tag: 'date_picker', name, width: 'fill', placeholder: plain(clip(placeholder, 100)) };
}

/** One choice of a list. Outside a form it calls back with `value` and `option`. */
export function select(field: {
  name: string;
  placeholder: string;
  options: { text: string; value: string }[];
  required?: boolean;
  initial?: number;
  value?: ButtonValue;
}): Element {
  return {
    tag: 'select_static',
    name: field.name,
    ...(field.required ? { required: true } : {}),
    width: 'fill',
    placeholder: plain(clip(field.placeholder, 100)),
    ...(field.initial ? { initial_index: field.initial } : {}),
    options: field.options.map((o) => ({ text: plain(clip(o.text, 100)), value: o.value })),
    ...(field.value ? { behaviors: [{ type: 'callback', value: field.value }] } : {}),
  };
}
