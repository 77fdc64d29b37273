import { z } from 'zod';
import type { DirectoryDepartment, DirectoryMember } from './client.ts';
import { type Endpoint, FeishuError } from './errors.ts';

/** What the platform answers, as far as the bot reads it. Answers with a code have been thrown before. */
function read<T>(schema: z.ZodType<T>, answer: unknown, endpoint: Endpoint): T {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  // It was accepted, only its answer is of no use: asking again with the same uuid is safe, giving up is not.
  throw new FeishuError(endpoint, { message: 'an answer of another shape', uncertain: true });
}

const Sent = z.object({ data: z.object({ message_id: z.string().min(1) }) });
const Uploaded = z.object({ data: z.object({ file_key: z.string().min(1) }) });
const Heard = z.object({ data: z.object({ recognition_text: z.string().nullish() }) });
const Bot = z.object({ bot: z.object({ open_id: z.string().min(1), app_name: z.string() }) });
const Chat = z.object({ data: z.object({ name: z.string().nullish() }) });
const Page = { has_more: z.boolean().nullish(), page_token: z.string().nullish() };
const Department = z.looseObject({
  open_department_id: z.string(),
  name: z.string().nullish(),
  status: z.looseObject({ is_deleted: z.boolean().nullish() }).nullish(),
});
const Departments = z.looseObject({
  data: z.looseObject({ items: z.array(Department).nullish(), ...Page }),
});
const OneDepartment = z.looseObject({ data: z.looseObject({ department: Department.nullish() }) });
const ContactRange = z.looseObject({
  data: z.looseObject({ department_ids: z.array(z.string()).nullish(), ...Page }),
});
const Flag = z.boolean().nullish();
const DirectoryMembers = z.looseObject({
  data: z.looseObject({
    items: z
      .array(
        z.looseObject({
          open_id: z.string().nullish(),
          name: z.string().nullish(),
          job_title: z.string().nullish(),
          status: z.looseObject({ is_frozen: Flag, is_resigned: Flag, is_exited: Flag }).nullish(),
        }),
      )
      .nullish(),
    ...Page,
  }),
});
const Members = z.object({
  data: z.object({
    items: z
      .array(z.object({ member_id: z.string().min(1), name: z.string().nullish() }))
      .nullish(),
    has_more: z.boolean().nullish(),
    page_token: z.string().nullish(),
  }),
});
const User = z.object({
  data: z.object({ user: z.object({ name: z.string().nullish() }).nullish() }).nullish(),
});
const WikiNode = z.object({
  data: z.object({
    node: z.object({
      obj_type: z.string(),
      obj_token: z.string().min(1),
      title: z.string().nullish(),
    }),
  }),
});
const DocumentInfo = z.object({
  data: z.object({ document: z.object({ title: z.string().nullish() }) }),
});
const DocumentContent = z.object({ data: z.object({ content: z.string() }) });
const Scopes = z.object({
  data: z.object({
    scopes: z.array(z.object({ scope_name: z.string(), grant_status: z.number() })).nullish(),
  }),
});
const Application = z.object({
  data: z.object({ app: z.object({ online_version_id: z.string().nullish() }) }),
});
const Version = z.object({
  data: z.object({
    app_version: z.object({
      event_infos: z.array(z.object({ event_type: z.string().nullish() })).nullish(),
    }),
  }),
});
/** Flat, unlike the other answers. */
const UserToken = z.object({ access_token: z.string().min(1) });
const LoggedIn = z.object({
  data: z.object({ open_id: z.string().min(1), name: z.string().nullish() }),
});

export function sent(answer: unknown, endpoint: 'send' | 'reply'): { messageId: string } {
  return { messageId: read(Sent, answer, endpoint).data.message_id };
}

export function uploaded(answer: unknown): { fileKey: string } {
  return { fileKey: read(Uploaded, answer, 'upload').data.file_key };
}

/** Top-level `bot`, not `data`. */
export function bot(answer: unknown): { openId: string; name: string } {
  const { open_id, app_name } = read(Bot, answer, 'bot-info').bot;
  return { openId: open_id, name: app_name };
}

export function chat(answer: unknown): { name: string } {
  return { name: read(Chat, answer, 'chat-info').data.name ?? '' };
}

export function members(answer: unknown): {
  members: { openId: string; name: string }[];
  next: string | undefined;
} {
  const { items, has_more, page_token } = read(Members, answer, 'chat-members').data;
  return {
    members: (items ?? []).map((m) => ({ openId: m.member_id, name: m.name ?? '' })),
    next: has_more ? (page_token ?? undefined) : undefined,
  };
}

export function departments(answer: unknown): {
  items: DirectoryDepartment[];
  next: string | undefined;
} {
  const { items, has_more, page_token } = read(Departments, answer, 'directory').data;
  return {
    // Without the scope for names a department has none, and nothing can be told by it.
    items: (items ?? []).flatMap((d) =>
      d.name && !d.status?.is_deleted ? [{ id: d.open_department_id, name: d.name }] : [],
    ),
    next: has_more ? (page_token ?? undefined) : undefined,
  };
}

export function department(answer: unknown): DirectoryDepartment | undefined {
  const d = read(OneDepartment, answer, 'directory').data.department;
  return d?.name ? { id: d.open_department_id, name: d.name } : undefined;
}

/** Ids of the departments that the app was given; the root stands for none of its own. */
export function scopes(answer: unknown): { ids: string[]; next: string | undefined } {
  const { department_ids, has_more, page_token } = read(ContactRange, answer, 'directory').data;
  return {
    ids: (department_ids ?? []).filter((id) => id !== '0'),
    next: has_more ? (page_token ?? undefined) : undefined,
  };
}

export function directoryMembers(answer: unknown): {
  items: DirectoryMember[];
  next: string | undefined;
} {
  const { items, has_more, page_token } = read(DirectoryMembers, answer, 'directory').data;
  return {
    items: (items ?? []).flatMap(({ open_id, name, job_title, status }) =>
      open_id && name
        ? [
            {
              openId: open_id,
              name,
              ...(job_title ? { jobTitle: job_title } : {}),
              active: !status?.is_frozen && !status?.is_resigned && !status?.is_exited,
            },
          ]
        : [],
    ),
    next: has_more ? (page_token ?? undefined) : undefined,
  };
}

export function userName(answer: unknown): string | undefined {
  return read(User, answer, 'user').data?.user?.name ?? undefined;
}

const GRANTED = 1;

export function grantedScopes(answer: unknown): string[] {
  const { scopes } = read(Scopes, answer, 'app').data;
  return (scopes ?? []).filter((s) => s.grant_status === GRANTED).map((s) => s.scope_name);
}

export function onlineVersion(answer: unknown): string | undefined {
  return read(Application, answer, 'app').data.app.online_version_id || undefined;
}

export function versionEvents(answer: unknown): string[] {
  const { event_infos } = read(Version, answer, 'app').data.app_version;
  return (event_infos ?? []).flatMap((e) => e.event_type ?? []);
}

export function userToken(answer: unknown): string {
  return read(UserToken, answer, 'login').access_token;
}

export function whoLoggedIn(answer: unknown): { openId: string; name: string } {
  const { open_id, name } = read(LoggedIn, answer, 'login').data;
  return { openId: open_id, name: name ?? '' };
}

export function wikiNode(answer: unknown): { type: string; token: string } {
  const { obj_type, obj_token } = read(WikiNode, answer, 'document').data.node;
  return { type: obj_type, token: obj_token };
}

export function documentTitle(answer: unknown): string {
  return read(DocumentInfo, answer, 'document').data.document.title ?? '';
}

export function documentContent(answer: unknown): string {
  return read(DocumentContent, answer, 'document').data.content;
}

export function heard(answer: unknown): string {
  return read(Heard, answer, 'speech').data.recognition_text ?? '';
}

export function bytes(answer: unknown): Uint8Array {
  return read(z.instanceof(Uint8Array), answer, 'download');
}
