import { confirmed, openSheet } from './dialog.ts';
import { fill, h } from './dom.ts';
import { icon } from './icons.ts';
import { openSamples } from './samples.ts';
import type { Session } from './session.ts';
import { type Page, pocketNow } from './state.ts';
import { fromWall, longTime, toWall } from './when.ts';
import { words } from './wording.ts';

const HOUR = 3_600_000;

/** The bar above the chat: the pocket's clock, its switches, samples, reset. */
export function createBar(page: Page, session: Session): HTMLElement {
  const clock = h('time', { class: 'bar-clock', 'aria-label': words.bar.clock });
  const tick = () => {
    clock.textContent = longTime(pocketNow(page.get()), page.get().world.timeZone);
  };
  setInterval(tick, 1000);
  page.watch((s) => s.world.now, tick);

  const controls = h('div', { class: 'bar-controls' });
  const bar = h(
    'header',
    { class: 'bar' },
    h('strong', { class: 'bar-name' }, words.title),
    icon('clock', 16),
    clock,
    controls,
    h(
      'button',
      {
        type: 'button',
        class: 'bar-settings',
        on: { click: () => openControls() },
      },
      icon('settings', 18),
      words.bar.settings,
    ),
  );

  /** On narrow screens the same controls stand in a sheet. */
  function openControls() {
    const sheet = h('div', { class: 'bar-controls stacked' });
    const close = openSheet(words.bar.settings, sheet);
    fillControls(sheet, close);
  }

  function fillControls(into: HTMLElement, done: () => void) {
    const { world } = page.get();
    const move = (to: () => string) => async (event: Event) => {
      const pressed = event.currentTarget;
      if (pressed instanceof HTMLButtonElement) pressed.disabled = true;
      done();
      await session.setClock(to());
      if (pressed instanceof HTMLButtonElement) pressed.disabled = false;
    };
    const by = (ms: number) => () => new Date(pocketNow(page.get()).getTime() + ms).toISOString();
    const control = (text: string, click: (event: Event) => void, title?: string, main = false) =>
      h('button', { type: 'button', class: main ? 'main' : 'plain', title, on: { click } }, text);

    const scope = h('input', {
      type: 'checkbox',
      role: 'switch',
      checked: world.groupMessages,
      on: { change: () => void session.setScope(scope.checked) },
    });
    fill(
      into,
      control(
        words.bar.nextMonth,
        move(() => 'next-month'),
        words.bar.nextMonthHint,
        true,
      ),
      control(words.bar.day, move(by(24 * HOUR))),
      control(words.bar.hour, move(by(HOUR))),
      control(words.bar.choose, () => {
        done();
        chooseTime(page, session);
      }),
      h(
        'label',
        { class: 'switch', title: words.bar.scopeHint },
        scope,
        h('span', {}, words.bar.scope),
        h('code', {}, 'im:message.group_msg'),
      ),
      world.samples.length > 0 &&
        control(words.bar.samples, () => {
          done();
          openSamples(page, session);
        }),
      world.dashboardUrl !== undefined &&
        h(
          'a',
          { class: 'plain', href: world.dashboardUrl, target: '_blank', rel: 'noopener' },
          words.bar.dashboard,
        ),
      control(words.bar.reset, async () => {
        done();
        const sure = await confirmed({ title: words.bar.resetTitle, text: words.bar.resetText });
        if (sure) await session.reset();
      }),
    );
  }

  const redraw = () => fillControls(controls, () => {});
  page.watch((s) => s.world.groupMessages, redraw);
  page.watch((s) => s.world.samples, redraw);
  page.watch((s) => s.world.dashboardUrl, redraw);
  return bar;
}

function chooseTime(page: Page, session: Session): void {
  const zone = page.get().world.timeZone;
  const field = h('input', {
    type: 'datetime-local',
    value: toWall(pocketNow(page.get()), zone),
    'aria-label': words.bar.chooseTitle,
  });
  const close = openSheet(
    words.bar.chooseTitle,
    h(
      'form',
      {
        class: 'time-form',
        on: {
          submit: (event) => {
            event.preventDefault();
            if (!field.value) return;
            close();
            void session.setClock(fromWall(field.value, zone).toISOString());
          },
        },
      },
      field,
      h('button', { type: 'submit', class: 'main' }, words.bar.go),
    ),
  );
}
