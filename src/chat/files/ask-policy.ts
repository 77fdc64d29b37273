import type { DocumentContent } from '../../documents/document.ts';
import { button, card, type Element, escapeMarkdown, markdown, row } from '../../feishu/card.ts';
import { recogniseDocument } from '../../policy/recognise-document.ts';
import { fold } from '../../text/fold.ts';
import { verbose } from '../../text/verbose.ts';
import type { PolicyClick } from '../clicks.ts';
import { answer, type Context, say } from '../context.ts';
import { findLastFile, insertWaitingFile, type WaitingFile } from '../queries.ts';
import { words } from '../wording.ts';
import { readAgain, type SentFile } from './sent-file.ts';

/** Remembers a file that was sent, to be fetched again; answers its id. `asks`: what the person is asked about it. */
export async function keepWaiting(
  { deps, person, now }: Pick<Context, 'deps' | 'person' | 'now'>,
  { messageId, fileKey, name, link }: SentFile,
  asks: WaitingFile['asks'],
): Promise<string> {
  const id = deps.newId();
  await insertWaitingFile(deps.db, {
    id,
    messageId,
    fileKey,
    name,
    sentBy: person.id,
    sentAt: now,
    link: link ?? null,
    asks,
  });
  return id;
}

/**
 * Who may see the document that is put into the library; `isVersion`: it may also stand beside the one there is;
 * `isInternal`: it is marked so, and 公开 asks once more.
 */
export function policyChoices(file: string, isVersion: boolean, isInternal = false): Element {
  const choose = (choice: PolicyClick['choice']) =>
    ({ act: 'policy-file', file, choice }) satisfies PolicyClick;
  const open = (text: string, choice: PolicyClick['choice']) =>
    button({
      text,
      value: choose(choice),
      ...(isInternal ? { type: 'danger', confirm: words.fileMarkedConfirm } : {}),
    });
  return row([
    button({ text: words.fileInternal, type: 'primary', value: choose('internal') }),
    open(words.filePublic, 'public'),
    ...(isVersion
      ? [
          button({ text: words.fileInternalApart, value: choose('internal-apart') }),
          open(words.filePublicApart, 'public-apart'),
        ]
      : []),
    button({ text: words.fileDrop, value: choose('drop') }),
  ]);
}

/** Asks whether a document goes into the library, and who may see it. */
export async function askPolicy(
  context: Context,
  file: SentFile,
  content: DocumentContent,
  heading: string,
): Promise<void> {
  const id = await keepWaiting(context, file, 'what');
  const known = await recogniseDocument(context.deps.db, {
    fileName: file.name,
    content,
    ...(file.link ? { link: file.link } : {}),
  });
  await answer(context, {
    type: 'card',
    card: card({
      title: words.fileAskTitle,
      template: 'wathet',
      elements: [
        markdown(escapeMarkdown(heading)),
        ...(known
          ? [markdown(escapeMarkdown(words.fileKnown(known.kind, known.policy.title)))]
          : []),
        markdown(words.fileAsk),
        ...(file.isInternal ? [markdown(words.fileMarked)] : []),
        policyChoices(id, known?.kind === 'version', file.isInternal),
      ],
    }),
  });
}

const STORE = '(?:存入|存到|存进|加入|加到|放入|放进|放到|收入|收进|录入|导入|归入|入|进)';
const LIBRARY = '(?:政策|文件|资料)?库(?:里|中)?';
const WHOLE = new RegExp(
  `^(?:请|麻烦)?(?:你)?(?:帮我?)?(?:把|将)?(?<what>.{0,40}?)(?:也|都|作为政策)?(?:${STORE}${LIBRARY})(?:吧|一下)?[。.]?$`,
  'u',
);

/** 刚才的文件, 这个, nothing at all: the file sent last. */
const THAT_FILE = verbose`
  ^(?:我)?(?:刚才|刚刚|刚|上面|上一?[个份]|最后|这|那|该)?(?:发|传|上传|发送|发来)?
  (?:给你|过来)?(?:的)?(?:那|这|一)?(?:[个份])?(?:文件|文档|材料|政策)?$
`;

const NAMES_PAPER =
  /意见|办法|措施|方案|通知|细则|规定|政策|文件|要点|计划|规划|纪要|总结|报告|指南/;

/** A sentence alone does not name a file for longer than this after it was sent. */
const FRESH_MS = 24 * 3_600_000;

/**
 * 把刚才的文件存入政策库, 2022年工业意见入库: the file that this person of the office sent last, read again. Undefined where
 * the words mean something else.
 */
export async function storeInWords(
  { deps, person, now }: Pick<Context, 'deps' | 'person' | 'now'>,
  text: string,
): Promise<((context: Context) => Promise<void>) | undefined> {
  const said = WHOLE.exec(fold(text).replace(/\s/g, ''))?.groups;
  if (!said) return undefined;
  const what = said.what ?? '';
  if (!THAT_FILE.test(what) && (!NAMES_PAPER.test(what) || /[家户个项吗么呢?]|已|未|没/.test(what)))
    return undefined;
  const file = await findLastFile(deps.db, person.id, new Date(now.getTime() - FRESH_MS));
  if (!file)
    return NAMES_PAPER.test(what) ? (context) => say(context, words.noFileSent) : undefined;
  const { link, ...rest } = file;
  const read = await readAgain(deps, file);
  return async (context) => {
    if (read.kind === 'unread') return say(context, read.message);
    const { isInternal, content } = read;
    const sent: SentFile = { ...rest, ...(link === null ? {} : { link }), isInternal };
    await askPolicy(context, sent, content, words.fileToStore(file.name));
  };
}
