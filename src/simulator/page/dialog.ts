import { fill, h } from './dom.ts';
import { icon } from './icons.ts';
import { words } from './wording.ts';

/** Opens a modal sheet; it closes by its cross, Escape or a click beside it. Returns how to close it. */
export function openSheet(title: string, ...content: (Node | string)[]): () => void {
  const close = () => dialog.close();
  const dialog = h(
    'dialog',
    { class: 'sheet', 'aria-label': title },
    h(
      'div',
      { class: 'sheet-box' },
      h(
        'header',
        {},
        // Without it the cross would be the first thing in focus.
        h('h2', { tabindex: '-1', autofocus: true }, title),
        h(
          'button',
          {
            type: 'button',
            class: 'quiet',
            'aria-label': words.dialog.close,
            on: { click: close },
          },
          icon('close'),
        ),
      ),
      h('div', { class: 'sheet-body' }, ...content),
    ),
  );
  dialog.addEventListener('click', (event) => event.target === dialog && close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return close;
}

/** Asks before something is done; resolves to whether people agreed. */
export function confirmed(question: { title: string; text: string }): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (yes: boolean) => () => {
      dialog.close(yes ? 'yes' : '');
    };
    const dialog = h(
      'dialog',
      { class: 'confirm', 'aria-label': question.title },
      h('h2', {}, question.title),
      h('p', {}, question.text),
      h(
        'footer',
        {},
        h(
          'button',
          { type: 'button', class: 'plain', on: { click: answer(false) } },
          words.dialog.cancel,
        ),
        h(
          'button',
          { type: 'button', class: 'main', on: { click: answer(true) } },
          words.dialog.ok,
        ),
      ),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** A picture at its full size. */
export function openPicture(url: string, name: string): void {
  const dialog = h('dialog', { class: 'picture', 'aria-label': name });
  fill(dialog, h('img', { src: url, alt: name }));
  dialog.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
