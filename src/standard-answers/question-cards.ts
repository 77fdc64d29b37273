import {
  button,
  type Card,
  card,
  clip,
  type Element,
  escapeMarkdown,
  form,
  hr,
  input,
  markdown,
  note,
  row,
  select,
} from '../feishu/card.ts';
import type { Hit } from '../policy/search.ts';
import { answerEntry } from './cards.ts';
import type {
  ChooseClauseClick,
  OpenQuestionClick,
  QuestionFormClick,
  SeenClick,
} from './clicks.ts';
import { askersOf, type Cluster, phrasingsOf } from './cluster.ts';
import type { NowAnswered } from './now-answered.ts';
import type { DoubtedAnswer, StandardAnswer } from './queries.ts';
import { words } from './wording.ts';

const safe = (text: string, length: number) => escapeMarkdown(clip(text, length));

const SHOWN = 10;

/** What the office sees each week: groups of open questions, answers called 没用, answers that run out. */
export type Weekly = { clusters: Cluster[]; doubted: DoubtedAnswer[]; expiring: StandardAnswer[] };

export function weeklyCard({ clusters, doubted, expiring }: Weekly): Card {
  const say = (text: string) => button({ text, value: { act: 'say', text } });
  return card({
    title: words.weeklyTitle,
    summary: words.weeklyHead(clusters.length, doubted.length, expiring.length),
    elements: [
      markdown(words.weeklyHead(clusters.length, doubted.length, expiring.length)),
      ...clusterElements(clusters),
      ...(doubted.length > 0 ? [hr(), markdown(`**${words.doubtedTitle}**`)] : []),
      ...doubted.flatMap(doubtedEntry),
      ...(expiring.length > 0 ? [hr(), markdown(`**${words.expiringTitle}**`)] : []),
      ...expiring.slice(0, SHOWN).flatMap((a) => answerEntry(a, false)),
      hr(),
      row(Object.values(words.buttons).map(say)),
    ],
  });
}

/** 未答问题. */
export function questionsCard(clusters: Cluster[]): Card {
  return card({
    title: words.listTitle,
    elements:
      clusters.length === 0
        ? [markdown(words.listNone)]
        : [...clusterElements(clusters), hr(), note(words.listHow)],
  });
}

/** Open questions that a new document answers, each with its clause: one tap chooses it, 确认 follows. */
export function nowAnsweredCard(found: NowAnswered[]): Card {
  return card({
    title: words.nowAnsweredTitle(found.length),
    elements: [
      ...found
        .slice(0, SHOWN)
        .flatMap(({ cluster, hit }) => [
          markdown(clusterLine(cluster)),
          ...hitEntry(cluster.no, hit),
        ]),
      hr(),
      note(words.nowAnsweredHow(Math.max(0, found.length - SHOWN))),
    ],
  });
}

const clusterLine = (cluster: Cluster) =>
  words.clusterLine(
    cluster.no,
    safe(cluster.questions[0]?.question ?? '', 80),
    askersOf(cluster).length,
  );

function clusterElements(clusters: Cluster[]): Element[] {
  return [
    ...clusters.slice(0, SHOWN).flatMap((cluster) => {
      const others = phrasingsOf(cluster.questions).slice(1, 4);
      const value = { act: 'question-open', no: cluster.no } satisfies OpenQuestionClick;
      return [
        markdown(clusterLine(cluster)),
        ...(others.length > 0 ? [note(safe(words.otherWords(others), 160))] : []),
        row([button({ text: words.answerButton, type: 'primary', value })]),
      ];
    }),
    ...(clusters.length > SHOWN ? [note(words.more(clusters.length - SHOWN))] : []),
  ];
}

function doubtedEntry(doubted: DoubtedAnswer): Element[] {
  const value = { act: 'doubt-seen', given: doubted.id } satisfies SeenClick;
  return [
    markdown(
      escapeMarkdown(
        words.doubted(
          clip(doubted.question, 80),
          clip(doubted.section, 40),
          clip(doubted.text, 100),
        ),
      ),
    ),
    row([button({ text: words.seen, value })]),
  ];
}

/** A group of questions with the ways to answer it. */
export function openCard(cluster: Cluster, hits: Hit[], search = ''): Card {
  const { no, questions } = cluster;
  const [first] = questions;
  const others = phrasingsOf(questions).slice(1, 6);
  return card({
    title: words.openTitle(no),
    subtitle: clip(first?.question ?? '', 60),
    elements: [
      markdown(safe(first?.question ?? '', 300)),
      ...(others.length > 0 ? [note(safe(words.otherWords(others), 300))] : []),
      hr(),
      markdown(`**${hits.length > 0 ? words.hitsTitle : words.hitsNone}**`),
      ...hits.flatMap((hit) => hitEntry(no, hit)),
      ...forms(no, search),
    ],
  });
}

function hitEntry(no: number, { passage, policy }: Hit): Element[] {
  const value = { act: 'question-clause', no, passage: passage.number } satisfies ChooseClauseClick;
  const section = [passage.path, passage.headings.at(-1) ?? ''].filter((p) => p !== '').join(' ');
  return [
    markdown(safe(passage.text, 160)),
    note(safe(words.source(policy.title, policy.number, section), 160)),
    row([button({ text: words.choose, value })]),
  ];
}

function forms(no: number, search: string): Element[] {
  const value = (of: QuestionFormClick['form']) =>
    ({ act: 'question-form', no, form: of }) satisfies QuestionFormClick;
  const submit = (text: string, of: QuestionFormClick['form']) =>
    button({ text, type: 'primary', value: value(of), submit: `submit_${of}` });
  return [
    hr(),
    form('clause', [
      input({
        name: 'where',
        label: words.clauseLabel,
        placeholder: words.clauseHint,
        value: search,
      }),
      submit(words.clauseSubmit, 'clause'),
    ]),
    form('text', [
      input({
        name: 'words',
        label: words.textLabel,
        placeholder: words.textHint,
        multiline: true,
      }),
      select({
        name: 'validity',
        placeholder: words.validity,
        options: words.validities,
        initial: 1,
      }),
      select({
        name: 'visibility',
        placeholder: words.visibility,
        options: words.visibilities,
        initial: 1,
      }),
      submit(words.textSubmit, 'text'),
    ]),
    form('redirect', [
      input({ name: 'whom', label: words.redirectLabel, placeholder: words.redirectHint }),
      submit(words.redirectSubmit, 'redirect'),
    ]),
  ];
}
