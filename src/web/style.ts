import { range } from '../calendar/period.ts';

/** Places of the bars on the Gantt chart: style attributes are forbidden by the page's own policy. */
const columns = range(1, 12)
  .map((n) => `.from-${n}{grid-column-start:${n}}.to-${n}{grid-column-end:${n + 1}}`)
  .join('\n');

/** The one style sheet. Kept as text: an edge without files serves it too. Colours of states as in charts.ts. */
export const style = `
:root {
  --ink: #1c2430; --soft: #55606f; --faint: #5f6978; --line: #e3e7ed; --ground: #f3f5f8; --paper: #fff;
  --accent: #1f55c4; --accent-soft: #eaf0fc;
  --done: #2f9e62; --in_progress: #4c7ff0; --blocked: #e39b1f; --extension: #8f6fd6; --not_started: #9aa5b5; --none: #dfe3e9;
  --font: -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 64px; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.65 var(--font); overflow-wrap: anywhere; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
h1 { font-size: 22px; line-height: 1.35; margin: 0; }
h2 { font-size: 16px; margin: 0 0 10px; }
h3 { font-size: 14px; margin: 16px 0 6px; color: var(--soft); }
p { margin: 0; }
ul, ol, dl { margin: 0; padding: 0; list-style: none; }
small { font-size: 13px; color: var(--faint); margin-left: 6px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 8px; top: 8px; background: var(--paper); padding: 6px 12px; z-index: 9; }

.top { display: flex; align-items: center; gap: 8px 20px; background: var(--paper); border-bottom: 1px solid var(--line); padding: 0 24px; min-height: 56px; position: sticky; top: 0; z-index: 5; }
.brand { font-weight: 600; color: var(--ink); white-space: nowrap; }
.top nav { display: flex; gap: 4px; flex: 1; overflow-x: auto; scrollbar-width: none; }
.top nav a { padding: 6px 10px; border-radius: 6px; color: var(--soft); white-space: nowrap; }
.top nav a:hover { background: var(--ground); text-decoration: none; }
.top nav a[aria-current] { background: var(--accent-soft); color: var(--accent); font-weight: 500; }
.who { display: flex; align-items: center; gap: 10px; white-space: nowrap; color: var(--soft); }
.who button { border: 0; background: none; padding: 8px 0; color: var(--faint); min-height: 0; }
.who button:hover { color: var(--accent); background: none; }

main { max-width: 1240px; margin: 0 auto; padding: 24px; display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); }
footer { max-width: 1240px; margin: 0 auto; padding: 0 24px 32px; color: var(--faint); font-size: 13px; }
footer a { margin-right: 16px; }
.page-head { display: flex; flex-wrap: wrap; gap: 12px 24px; align-items: flex-end; justify-content: space-between; }
.as-of, .note, .faint { color: var(--faint); font-size: 13px; }
.card, .lead { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 18px 20px; min-width: 0; }
.card > .note { margin: -6px 0 10px; }
.lead { display: grid; gap: 14px; }
.conclusion { font-size: 17px; line-height: 1.7; white-space: pre-line; }
.empty { color: var(--faint); }
.notice { background: #eaf6ef; border: 1px solid #c5e6d2; border-radius: 8px; padding: 10px 16px; }
.charts { display: grid; gap: 16px; }
.split:has(.drawn) { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 32px; align-items: start; }

.figures { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 12px; }
.figures a, .figures div { display: grid; grid-template-columns: auto 1fr; align-items: baseline; column-gap: 8px; padding: 14px 18px; border-radius: 8px; background: var(--ground); color: var(--ink); height: 100%; }
.figures a:hover { background: var(--accent-soft); text-decoration: none; }
.figures strong { font-size: 34px; line-height: 1.2; font-weight: 600; font-variant-numeric: tabular-nums; }
.figures em { font-style: normal; color: #1c7a45; font-size: 15px; }
.figures span { grid-column: 1 / -1; color: var(--soft); font-size: 14px; }
.silent summary { cursor: pointer; color: var(--accent); font-size: 14px; width: fit-content; }
.silent p { padding-top: 6px; }
.silent a, .links a { display: inline-block; padding: 2px 10px; margin: 3px 4px 3px 0; border-radius: 6px; background: var(--ground); }

.state { display: inline-flex; align-items: center; gap: 6px; white-space: nowrap; font-size: 13px; color: var(--soft); }
.state::before { content: ""; width: 9px; height: 9px; border-radius: 3px; background: currentColor; flex: none; }
.state.s-done::before { background: var(--done); }
.state.s-in_progress::before { background: var(--in_progress); }
.state.s-blocked::before { background: var(--blocked); }
.state.s-extension::before { background: var(--extension); }
.state.s-not_started::before { background: var(--not_started); }
.state.s-none::before { background: var(--paper); box-shadow: inset 0 0 0 2px #b6bfcc; }
.attention li { padding: 8px 0; border-top: 1px solid var(--line); display: grid; grid-template-columns: 76px minmax(0, 1fr); align-items: baseline; gap: 0 8px; }
.attention li:first-child { border-top: 0; padding-top: 0; }
.attention small { grid-column: 2; margin: 0; }
.attention + .note { margin-top: 4px; }

.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 5px 12px 5px 0; border-bottom: 1px solid var(--line); vertical-align: middle; }
thead th { color: var(--faint); font-weight: 400; font-size: 13px; white-space: nowrap; }
tbody th { font-weight: 400; white-space: nowrap; }
tbody tr:last-child > * { border-bottom: 0; }
td.count { white-space: nowrap; }
/* On a phone the first column gives way, so that no figure is cut off. */
.scroll table { min-width: 0; }
.bar-cell { display: flex; align-items: center; gap: 10px; min-width: 130px; }
.bar-cell span { white-space: nowrap; min-width: 44px; }
progress { appearance: none; flex: 1; width: 60px; min-width: 40px; height: 8px; border: 0; border-radius: 4px; background: var(--none); overflow: hidden; }
progress::-webkit-progress-bar { background: var(--none); }
progress::-webkit-progress-value { background: var(--done); }
progress::-moz-progress-bar { background: var(--done); }
.chart { min-height: 200px; position: sticky; top: 72px; }

.tasks > li { padding: 12px 0; border-top: 1px solid var(--line); }
.tasks > li:first-child { border-top: 0; padding-top: 2px; }
.task-line { display: flex; gap: 16px; justify-content: space-between; align-items: baseline; }
.number { display: inline-block; margin-right: 8px; padding: 0 8px; border-radius: 5px; background: var(--ground); color: var(--soft); font-size: 13px; }
.facts { display: flex; flex-wrap: wrap; gap: 0 18px; font-size: 13px; color: var(--faint); }
.said { margin-top: 4px; padding-left: 10px; border-left: 3px solid var(--line); color: var(--soft); font-size: 14px; white-space: pre-line; }
.words { white-space: pre-line; }
.facts-list { display: grid; gap: 4px; }
.facts-list div { display: grid; grid-template-columns: 76px minmax(0, 1fr); }
.facts-list dt { color: var(--faint); }
.facts-list dd { margin: 0; }
.unit-parts { display: grid; grid-template-columns: repeat(auto-fill, minmax(230px, 1fr)); gap: 4px 24px; }
.unit-parts li { display: flex; align-items: baseline; gap: 4px; }
.unit-parts .state { margin-left: auto; }
.history li { padding: 10px 0 10px 16px; border-left: 2px solid var(--line); margin-left: 4px; }
.history .withdrawn { color: var(--faint); }
.history .withdrawn .words { text-decoration: line-through; }
.history em { font-style: normal; font-size: 13px; }
.people { display: flex; flex-wrap: wrap; gap: 4px 20px; }
.people li { white-space: nowrap; }
.people .state { margin-left: 6px; }
.actions { display: flex; gap: 10px; margin-top: 8px; }

.choose { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; }
.choose label { display: flex; align-items: center; gap: 6px; color: var(--soft); font-size: 14px; }
select, button, .button, textarea, .card input[type=text] { font: inherit; font-size: 14px; min-height: 36px; border: 1px solid #cfd6df; border-radius: 6px; background: var(--paper); color: var(--ink); padding: 5px 12px; max-width: 100%; }
button, .button { cursor: pointer; color: var(--accent); display: inline-block; }
button:hover, .button:hover { background: var(--accent-soft); text-decoration: none; }
.single { max-width: 460px; margin: 12vh auto; background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: 28px; gap: 12px; }
.single .brand { color: var(--faint); font-weight: 400; }

.legend { display: inline-flex; flex-wrap: wrap; gap: 2px 14px; margin-left: 14px; vertical-align: bottom; }
.gantt-scroll { max-height: 78vh; overflow: auto; }
.gantt { min-width: 980px; }
.gantt-row { display: grid; grid-template-columns: minmax(200px, 320px) minmax(0, 1fr); border-bottom: 1px solid var(--line); }
.gantt-name { position: sticky; left: 0; background: var(--paper); padding: 6px 12px 6px 0; font-size: 14px; line-height: 1.45; z-index: 1; }
.gantt-name a { color: var(--ink); }
.gantt-name small { display: block; margin: 0; }
.gantt-track { display: grid; grid-template-columns: repeat(12, minmax(0, 1fr)); align-items: center; background: repeating-linear-gradient(to right, var(--line) 0 1px, transparent 1px calc(100% / 12)); }
.gantt-track > * { grid-row: 1; }
.gantt-track .now { align-self: stretch; background: #1f55c414; }
.gantt-bar { margin: 0 4px; border-radius: 5px; padding: 2px 4px; font-size: 12px; line-height: 20px; text-align: center; color: #fff; overflow: hidden; white-space: nowrap; z-index: 0; }
.gantt-bar:hover { text-decoration: none; filter: brightness(.93); }
.gantt-bar.s-done { background: #26824f; }
.gantt-bar.s-in_progress { background: #3a6ad8; }
.gantt-bar.s-blocked { background: #f3c56d; color: #3d2a00; }
.gantt-bar.s-extension { background: #7d5cc9; }
.gantt-bar.s-not_started { background: #c3cbd6; color: #26303d; }
.gantt-bar.s-none { background: var(--paper); color: var(--soft); box-shadow: inset 0 0 0 1px #b6bfcc; }
.gantt-bar.s-later { background: var(--ground); color: var(--faint); }
.gantt-head { position: sticky; top: 0; background: var(--paper); z-index: 2; color: var(--faint); font-size: 13px; }
.gantt-head .gantt-name { font-size: 13px; }
.gantt-head span { text-align: center; padding: 6px 0; }
.gantt-head span.now { scroll-margin-left: 344px; color: var(--accent); font-weight: 600; }
${columns}

@media (max-width: 760px) {
  .chart { position: static; }
  .top { padding: 8px 16px 0; flex-wrap: wrap; }
  .top nav { order: 3; flex: 1 0 100%; margin: 0 -16px; padding: 0 12px 8px; }
  .top nav a { padding: 8px 12px; }
  .top .brand { flex: 1; }
  main { padding: 16px 12px; gap: 12px; }
  footer { padding: 0 16px 28px; }
  .card, .lead { padding: 14px; }
  .charts { gap: 12px; }
  .split:has(.drawn) { grid-template-columns: minmax(0, 1fr); gap: 12px; }
  h1 { font-size: 19px; }
  .conclusion { font-size: 16px; }
  .figures { gap: 8px; }
  .figures a, .figures div { padding: 10px; grid-template-columns: 1fr; }
  .figures strong { font-size: 26px; }
  .figures em, .figures span { font-size: 13px; }
  .choose { width: 100%; }
  select { flex: 1; }
  .choose label { flex: 1; min-width: 46%; }
  .bar-cell { min-width: 84px; gap: 6px; }
  .bar-cell progress { width: 34px; min-width: 30px; }
  th, td { padding-right: 6px; }
  th:last-child, td:last-child { padding-right: 0; }
  tbody th { white-space: normal; min-width: 76px; }
  thead th { white-space: normal; }
  .gantt { min-width: 760px; }
  .gantt-row { grid-template-columns: 128px minmax(0, 1fr); }
  .gantt-name { font-size: 13px; padding-right: 8px; }
  .gantt-name a { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
  .gantt-head span.now { scroll-margin-left: 148px; }
  .legend { margin: 6px 0 0; display: flex; }
}

.wall { --ink: #eef3fb; --soft: #b9c5d8; --faint: #93a2ba; --line: #26344d; --ground: #0d1626; --paper: #152138; --accent: #8db4ff; --accent-soft: #1c2c4a; --none: #33435f; --done: #3fbf7c; font-size: 20px; }
.wall body { font-size: 20px; }
.wall main { max-width: none; min-height: 100vh; padding: 28px 40px; grid-template-rows: auto auto minmax(0, 1fr); }
.wall:has(.drawn) main { height: 100vh; }
.wall h1 { font-size: 38px; }
.wall h2 { font-size: 24px; }
.wall .as-of { font-size: 22px; }
.wall .conclusion { font-size: 28px; }
.wall .note { font-size: 20px; }
.wall .figures strong { font-size: 72px; }
.wall .figures em { font-size: 30px; color: var(--done); }
.wall .figures span { font-size: 22px; }
.wall a { color: inherit; }
.wall .charts { grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); min-height: 0; }
.wall .card { display: flex; flex-direction: column; min-height: 0; }
.wall .split:has(.drawn) { display: block; flex: 1; min-height: 0; }
.wall .drawn { position: static; height: 100%; min-height: 320px; }
.wall .drawn + .scroll { display: none; }

@media (max-width: 1500px) {
  .wall body { font-size: 16px; }
  .wall main { padding: 16px 24px; gap: 12px; }
  .wall h1 { font-size: 28px; }
  .wall h2 { font-size: 18px; }
  .wall .as-of, .wall .note { font-size: 15px; }
  .wall .conclusion { font-size: 19px; line-height: 1.5; }
  .wall .lead { gap: 10px; padding: 12px 16px; }
  .wall .figures strong { font-size: 44px; }
  .wall .figures em { font-size: 20px; }
  .wall .figures span { font-size: 15px; }
  .wall .figures a, .wall .figures div { padding: 8px 14px; }
  .wall .card { padding: 12px 16px; }
  .wall .drawn { min-height: 240px; }
}

@media print {
  .top, footer, .choose, .actions, .chart { display: none; }
  body { background: #fff; }
  .gantt-scroll { max-height: none; }
}
`;
