import type { Attachment } from '../pocket-api.ts';
import { fileUrl } from './api.ts';
import { openPicture } from './dialog.ts';
import { h } from './dom.ts';
import { words } from './wording.ts';

const KINDS: [RegExp, string][] = [
  [/^(docx?|wps|rtf)$/, 'word'],
  [/^(xlsx?|csv|et)$/, 'sheet'],
  [/^pdf$/, 'pdf'],
  [/^(png|jpe?g|gif|webp|bmp)$/, 'picture'],
];

/** The coloured corner of a file by its ending. */
export function fileBadge(name: string): HTMLElement {
  const ending = name.includes('.') ? (name.split('.').pop() ?? '').toLowerCase() : '';
  const kind = KINDS.find(([pattern]) => pattern.test(ending))?.[1] ?? 'other';
  return h(
    'span',
    { class: `file-badge ${kind}`, 'aria-hidden': 'true' },
    ending.slice(0, 4) || '?',
  );
}

/** `12.3 KB`. */
function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** A file in the conversation, to be downloaded. */
export function fileCard(file: Attachment): HTMLElement {
  return h(
    'a',
    { class: 'file-card', href: fileUrl(file.key), download: file.name },
    fileBadge(file.name),
    h(
      'span',
      { class: 'file-text' },
      h('strong', {}, file.name),
      h('small', {}, `${sizeText(file.bytes)} · ${words.message.download}`),
    ),
  );
}

/** A picture in the conversation; a click shows it whole. */
export function pictureButton(file: Attachment): HTMLElement {
  const url = fileUrl(file.key);
  return h(
    'button',
    {
      type: 'button',
      class: 'picture-button',
      'aria-label': file.name,
      on: { click: () => openPicture(url, file.name) },
    },
    h('img', { src: url, alt: file.name, loading: 'lazy' }),
  );
}
