import { h } from '../dom.ts';
import { words } from '../wording.ts';
import type { CardContext, Draw } from './context.ts';
import { json, text } from './json.ts';

type Chart = { renderSync: () => void; release: () => void };

declare global {
  /** The chart library that Feishu itself uses; `/vendor/vchart.js`. */
  var VChart:
    | { VChart: new (spec: unknown, options: Record<string, unknown>) => Chart }
    | undefined;
}

const THEMES: Record<string, string[]> = {
  brand: ['#3370ff', '#34c3c8', '#7b8cf8', '#8fd3f4', '#1456f0', '#94b4ff'],
  rainbow: ['#336df4', '#35bd4b', '#ffc60a', '#ff811a', '#f54a45', '#9f6ff1', '#25b0e7', '#cf5ecf'],
  complementary: ['#336df4', '#ff811a', '#7aa2ff', '#fec48b', '#0442d2', '#c25705'],
  converse: ['#35bd4b', '#f54a45', '#95e599', '#fdc6c4', '#1a7526', '#c02a26'],
  primary: ['#1456f0', '#336df4', '#5083fb', '#7aa2ff', '#94b4ff', '#c2d4ff'],
};

const FONT = '-apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

const NARROW = '(width <= 720px)';

let loading: Promise<void> | undefined;

/** Two megabytes are fetched only when the first chart arrives. */
function loadLibrary(): Promise<void> {
  loading ??= new Promise((resolve, reject) => {
    const script = h('script', { src: '/vendor/vchart.js' });
    script.onload = () => resolve();
    script.onerror = () => {
      loading = undefined;
      reject(new Error(words.card.chartLoad));
    };
    document.head.append(script);
  });
  return loading;
}

/** `chart`: the specification goes to VChart as it is, with the theme's colours where it has none. */
export const drawChart: Draw = (element, context) => {
  const root = h('div', { class: 'c-chart block', role: 'img' });
  const given = json(element.chart_spec);
  root.setAttribute('aria-label', text(json(given.title).text) || 'chart');
  const height = /^\d+px$/.exec(text(element.height))?.[0];
  const ratio = /^(\d+):(\d+)$/.exec(text(element.aspect_ratio));
  if (height) root.style.height = height;
  else if (ratio) root.style.aspectRatio = `${ratio[1]} / ${ratio[2]}`;
  else root.classList.add('free-ratio');

  const spec = {
    background: 'transparent',
    // The platform adds its own rules for small screens unless the card gives `media`.
    ...(matchMedia(NARROW).matches && given.media === undefined ? { padding: 8 } : {}),
    color: THEMES[text(element.color_theme)] ?? THEMES.brand,
    ...given,
  };
  whenVisible(root, context, async () => {
    try {
      await loadLibrary();
      if (!globalThis.VChart) throw new Error(words.card.chartLoad);
      const chart = new globalThis.VChart.VChart(spec, {
        dom: root,
        mode: matchMedia(NARROW).matches ? 'mobile-browser' : 'desktop-browser',
        theme: { fontFamily: FONT },
        animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      });
      context.onDispose(() => chart.release());
      chart.renderSync();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      root.replaceChildren(h('p', { class: 'card-fault' }, words.card.chart(why)));
    }
  });
  return root;
};

/** A chart needs a size to be drawn: in a closed panel it waits until it has one. */
function whenVisible(root: HTMLElement, context: CardContext, run: () => void): void {
  const observer = new ResizeObserver(() => {
    if (root.clientWidth === 0 || root.clientHeight === 0) return;
    observer.disconnect();
    run();
  });
  observer.observe(root);
  context.onDispose(() => observer.disconnect());
}
