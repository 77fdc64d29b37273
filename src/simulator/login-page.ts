import { html } from 'hono/html';
import type { Pocket } from './pocket.ts';
import { login } from './wording.ts';

/** The authorize page: one link for each person, leading back to the application with a code. */
export function loginPage(pocket: Pocket, linkOf: (openId: string) => string, refusal: string) {
  const { people, bot } = pocket.directory;
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${login.title(bot.name)}</title>
<style>
body { margin: 0; background: #f2f3f5; color: #1f2329; font: 15px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 420px; margin: 8vh auto; background: #fff; border-radius: 12px; padding: 28px 24px; box-shadow: 0 4px 20px #1f23291a; }
h1 { font-size: 20px; margin: 0 0 4px; }
p { color: #646a73; margin: 0 0 16px; }
a { display: block; padding: 10px 14px; margin-top: 8px; border: 1px solid #dee0e3; border-radius: 8px; color: inherit; text-decoration: none; }
a:hover, a:focus { border-color: #3370ff; background: #f0f4ff; }
small { color: #8f959e; margin-left: 8px; }
a.refuse { border: 0; color: #8f959e; text-align: center; }
</style>
</head>
<body><main>
<h1>${login.title(bot.name)}</h1>
<p>${login.choose}</p>
${people.map((p) => html`<a href="${linkOf(p.openId)}">${p.name}<small>${p.role} ${p.unit}</small></a>`)}
<a class="refuse" href="${refusal}">${login.refuse}</a>
</main></body>
</html>`;
}
