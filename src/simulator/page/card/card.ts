import { h, safeUrl } from '../dom.ts';
import { words } from '../wording.ts';
import { drawButton } from './button.ts';
import { drawChart } from './chart.ts';
import { drawChecker } from './checker.ts';
import { drawColumnSet, takesClick } from './columns.ts';
import type { CardContext, CardHost, Draw } from './context.ts';
import { drawForm } from './form.ts';
import { drawHeader } from './header.ts';
import { drawInput } from './input.ts';
import { drawInteractive } from './interactive.ts';
import { type Json, json, text } from './json.ts';
import { drawMultiSelect, drawMultiSelectPerson } from './multi-select.ts';
import { drawOverflow } from './overflow.ts';
import { drawPanel } from './panel.ts';
import { drawPerson, drawPersonList } from './people.ts';
import { drawDatePicker, drawDatetimePicker, drawTimePicker } from './pickers.ts';
import { drawImg } from './picture.ts';
import { drawSelect, drawSelectPerson } from './select.ts';
import { dress, layOut } from './space.ts';
import { drawTable } from './table.ts';
import { drawDiv, drawHr, drawMarkdown } from './text-component.ts';

const COMPONENTS: Record<string, Draw> = {
  button: drawButton,
  chart: drawChart,
  checker: drawChecker,
  collapsible_panel: drawPanel,
  column_set: drawColumnSet,
  date_picker: drawDatePicker,
  div: drawDiv,
  form: drawForm,
  hr: drawHr,
  img: drawImg,
  input: drawInput,
  interactive_container: drawInteractive,
  markdown: drawMarkdown,
  multi_select_person: drawMultiSelectPerson,
  multi_select_static: drawMultiSelect,
  overflow: drawOverflow,
  person: drawPerson,
  person_list: drawPersonList,
  picker_datetime: drawDatetimePicker,
  picker_time: drawTimePicker,
  select_person: drawSelectPerson,
  select_static: drawSelect,
  table: drawTable,
};

export type DrawnCard = { root: HTMLElement; dispose: () => void };

/** Draws a card of JSON 2.0 (feishu 卡片 JSON 2.0 结构); what it does not know is shown as unsupported, never left out. */
export function drawCard(value: unknown, host: CardHost): DrawnCard {
  const card = json(value);
  const config = json(card.config);
  const disposals: (() => void)[] = [];
  const counts = new Map<string, number>();
  const context: CardContext = {
    ...host,
    form: undefined,
    draw,
    style: json(config.style),
    onDispose: (run) => void disposals.push(run),
    keyOf: (element) => {
      const tag = text(element.tag);
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
      return `${tag}:${text(element.element_id) || counts.get(tag)}`;
    },
  };
  const root = h('div', { class: `card width-${text(config.width_mode) || 'default'}` });
  if (text(card.schema) !== '2.0') root.append(fault(words.card.schema));
  else {
    if (card.header !== undefined) root.append(drawHeader(card.header, context));
    root.append(drawBody(json(card.body), context));
    linkWhole(root, json(card.card_link));
  }
  return {
    root,
    dispose: () => {
      for (const run of disposals) run();
    },
  };
}

function drawBody(body: Json, context: CardContext): HTMLElement {
  return layOut({ padding: '12px', ...body }, context, 'card-body');
}

function draw(value: unknown, context: CardContext): HTMLElement {
  const element = json(value);
  const tag = text(element.tag);
  const component = COMPONENTS[tag];
  if (!component) return fault(words.card.unsupported(tag || '?'));
  try {
    const root = component(element, context);
    dress(root, element, context);
    return root;
  } catch (error) {
    console.error(error);
    return fault(words.card.broken(tag));
  }
}

function linkWhole(root: HTMLElement, link: Json): void {
  const url = safeUrl(text(link.pc_url) || text(link.url));
  if (!url) return;
  root.classList.add('clickable');
  root.addEventListener('click', (event) => {
    if (!takesClick(event.target, root)) window.open(url, '_blank', 'noopener');
  });
}

function fault(line: string): HTMLElement {
  return h('p', { class: 'card-fault block' }, line);
}
