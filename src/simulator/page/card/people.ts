import { h } from '../dom.ts';
import type { Draw } from './context.ts';
import { personNode } from './feishu-nodes.ts';
import { iconOf } from './icon.ts';
import { json, list, text } from './json.ts';

const SIZES: Record<string, number> = { extra_small: 20, small: 24, medium: 32, large: 48 };

/** `person`. */
export const drawPerson: Draw = (element, context) =>
  h(
    'div',
    { class: 'c-person' },
    personNode(text(element.user_id), context, {
      showAvatar: element.show_avatar !== false,
      showName: element.show_name === true,
      capsule: text(element.style) === 'capsule',
      size: SIZES[text(element.size)] ?? 32,
    }),
  );

/** `person_list`. */
export const drawPersonList: Draw = (element, context) =>
  h(
    'div',
    { class: 'c-person-list block' },
    iconOf(element.icon, context),
    ...list(element.persons).map((person) =>
      personNode(text(json(person).id), context, {
        showAvatar: element.show_avatar !== false,
        showName: element.show_name !== false,
        capsule: false,
        size: SIZES[text(element.size)] ?? 32,
      }),
    ),
  );
