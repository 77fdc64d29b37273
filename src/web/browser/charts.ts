// Draws the charts of the dashboard over the tables that say the same. Served as it stands, with its types stripped.

type Drawn = {
  renderSync: () => void;
  on: (event: 'click', listener: (event: { datum?: unknown }) => void) => void;
  release: () => void;
};
type Library = { VChart: new (spec: object, options: object) => Drawn };

const FONT =
  '-apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';
const ROW_PX = 26;
const FRAME_PX = 84;

// Guarantee of the cast: the library's script, loaded before this one, leaves itself there.
const library: Library | undefined = Reflect.get(globalThis, 'VChart') as Library | undefined;

for (const place of document.querySelectorAll<HTMLElement>('[data-chart]')) draw(place);

function draw(place: HTMLElement): void {
  if (!library) return;
  place.hidden = false;
  place.classList.add('drawn');
  // On the wall the style sheet shares out the screen.
  if (!document.documentElement.classList.contains('wall'))
    place.style.height = `${Number(place.dataset.rows) * ROW_PX + FRAME_PX}px`;
  // Its own element: the library takes over the position of the one it draws in.
  const canvas = document.createElement('div');
  canvas.style.height = '100%';
  place.append(canvas);
  try {
    const chart = new library.VChart(JSON.parse(place.dataset.chart ?? '{}'), {
      dom: canvas,
      mode: matchMedia('(width <= 720px)').matches ? 'mobile-browser' : 'desktop-browser',
      theme: { fontFamily: FONT },
      animation: false,
    });
    chart.renderSync();
    chart.on('click', ({ datum }) => open(datum));
  } catch {
    // Without the chart the table is still there.
    place.hidden = true;
    place.classList.remove('drawn');
  }
}

/** A bar leads to what stands behind it. */
function open(datum: unknown): void {
  const href = typeof datum === 'object' && datum !== null ? Reflect.get(datum, 'href') : undefined;
  if (typeof href === 'string' && href.startsWith('/') && !href.startsWith('//'))
    location.assign(href);
}
