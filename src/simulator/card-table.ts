/**
 * Which properties a card of JSON 2.0 may carry (open.feishu.cn 卡片 JSON 2.0 结构 and the pages of the components; the
 * properties of 1.0 that the pages still name are taken as the platform takes them). A property is written
 * `name`, `name*` (required), `name:shape` (an object of that shape) or `name:shape[]` (a list of them).
 */
const TABLE = {
  root: 'schema* config:config card_link:urls header:header body:body',
  config:
    'streaming_mode streaming_config summary:summary locales enable_forward update_multi width_mode use_custom_translation enable_forward_interaction style',
  summary: 'content i18n_content',
  urls: 'url pc_url ios_url android_url',
  header:
    'title*:text subtitle:text text_tag_list:text_tag[] i18n_text_tag_list template icon:icon padding',
  body: 'direction padding horizontal_spacing horizontal_align vertical_spacing vertical_align elements:component[]',
  text: 'tag* content* i18n_content element_id text_size text_color text_align lines',
  panel_title:
    'tag* content* i18n_content element_id text_size text_color text_align lines icon:icon margin',
  icon: 'tag* token color img_key size element_id',
  text_tag: 'tag* text*:text color element_id',
  confirm: 'title*:text text*:text',
  table_header: 'text_align text_size background_style text_color bold lines',
  table_column:
    'name* display_name data_type* width vertical_align horizontal_align format date_format',
  panel_header:
    'title:panel_title background_color width vertical_align padding position icon:icon icon_position icon_expanded_angle',
  panel_border: 'color corner_radius',
  select_option: 'text*:text value* icon:icon',
  person_option: 'value',
  overflow_option: 'text:text value multi_url:urls',
  column:
    'tag* element_id margin elements:component[] width weight background_style direction horizontal_spacing horizontal_align vertical_spacing vertical_align padding action',
} as const;

const FIELD = 'behaviors type name required disabled placeholder:text width confirm:confirm';
const BOX = 'direction padding horizontal_spacing horizontal_align vertical_spacing vertical_align';

/** The components, by tag; each may also carry `tag`, `element_id` and `margin`. */
const COMPONENTS: Record<string, string> = {
  markdown: 'content* i18n_content text_size text_align icon:icon',
  div: 'width text:text icon:icon fields',
  hr: '',
  img: 'img_key* alt*:text title:text corner_radius scale_type size transparent preview mode custom_width compact_width',
  person: 'user_id* size show_avatar show_name style',
  person_list: 'persons* drop_invalid_user_id lines show_name show_avatar size icon:icon ud_icon',
  chart: 'chart_spec* aspect_ratio color_theme preview height',
  table:
    'columns*:table_column[] rows* page_size row_height row_max_height header_style:table_header freeze_first_column',
  column_set:
    'columns*:column[] flex_mode horizontal_spacing horizontal_align background_style action',
  form: `name* elements*:component[] ${BOX}`,
  interactive_container: `elements*:component[] behaviors* width height ${BOX} background_style has_border border_color corner_radius disabled disabled_tips:text hover_tips:text confirm:confirm`,
  collapsible_panel: `header*:panel_header elements:component[] expanded background_color border:panel_border ${BOX}`,
  button:
    'behaviors text:text type size width icon:icon hover_tips:text disabled disabled_tips:text confirm:confirm name form_action_type url multi_url value action_type',
  input:
    'name required placeholder:text default_value i18n_default_value disabled disabled_tips:text width behaviors max_length input_type rows auto_resize max_rows show_icon label:text label_position confirm:confirm value',
  select_static: `options:select_option[] initial_option initial_index ${FIELD}`,
  multi_select_static: `name* options:select_option[] selected_values ${FIELD}`,
  select_person: `options:person_option[] initial_option ${FIELD}`,
  multi_select_person: `name* options:person_option[] selected_values ${FIELD}`,
  date_picker: `initial_date value ${FIELD}`,
  picker_time: `initial_time ${FIELD}`,
  picker_datetime: `initial_datetime ${FIELD}`,
  overflow: 'options*:overflow_option[] behaviors width confirm:confirm',
  checker:
    'name checked text:text overall_checkable button_area checked_style padding confirm:confirm behaviors hover_tips:text disabled disabled_tips:text',
};

/** Components that hold others and count for the depth of nesting. */
export const CONTAINERS = new Set([
  'column_set',
  'form',
  'interactive_container',
  'collapsible_panel',
]);

/** Components that a form sends; inside a form each needs a name. */
export const FIELDS = new Set([
  'button',
  'input',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'date_picker',
  'picker_time',
  'picker_datetime',
  'checker',
]);

export type ShapeName = keyof typeof TABLE;
type Part = { shape: ShapeName | 'component'; list: boolean };
export type Shape = {
  /** Allowed properties; those that hold further parts of the card say which. */
  properties: Map<string, Part | undefined>;
  required: string[];
};

function readShape(line: string): Shape {
  const shape: Shape = { properties: new Map(), required: [] };
  for (const word of line.split(' ').filter(Boolean)) {
    const [left = '', right] = word.split(':');
    const name = left.replace('*', '');
    if (left.endsWith('*')) shape.required.push(name);
    shape.properties.set(name, right ? readPart(right) : undefined);
  }
  return shape;
}

function readPart(word: string): Part {
  const list = word.endsWith('[]');
  const shape = list ? word.slice(0, -2) : word;
  if (shape === 'component' || isShapeName(shape)) return { shape, list };
  throw new Error(`the table of cards names an unknown shape: ${word}`);
}

function isShapeName(word: string): word is ShapeName {
  return Object.hasOwn(TABLE, word);
}

const shapes = new Map(Object.entries(TABLE).map(([name, line]) => [name, readShape(line)]));
const components = new Map(
  Object.entries(COMPONENTS).map(([tag, line]) => [
    tag,
    readShape(`tag* element_id margin ${line}`),
  ]),
);

export function shapeOf(name: ShapeName): Shape {
  const shape = shapes.get(name);
  if (!shape) throw new Error(`no shape ${name}`);
  return shape;
}

export function componentShape(tag: string): Shape | undefined {
  return components.get(tag);
}
