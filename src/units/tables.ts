import {
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';

/** 单位: any body that can be given work. `group` is 相关乡镇 and the like: members stand for it. */
export const units = pgTable('units', {
  id: text().primaryKey(),
  /** As written where it was first met. */
  name: text().notNull(),
  kind: text({ enum: ['unit', 'group'] }).notNull(),
  position: integer().notNull(),
});

/** Every name a unit answers to, its own included; `folded` is the form that is compared. */
export const unitAliases = pgTable('unit_aliases', {
  folded: text().primaryKey(),
  unitId: text()
    .notNull()
    .references(() => units.id),
  name: text().notNull(),
});

/** Who stands behind an open group, as the office decided. */
export const unitGroupMembers = pgTable(
  'unit_group_members',
  {
    groupId: text()
      .notNull()
      .references(() => units.id),
    unitId: text()
      .notNull()
      .references(() => units.id),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.unitId] })],
);

export const people = pgTable('people', {
  id: text().primaryKey(),
  openId: text().notNull().unique(),
  name: text().notNull(),
  /** Set when Feishu says that messages cannot reach this person; holds the reason. */
  unreachable: text(),
});

/** Roles beyond a unit: 督办人员, 领导, 管理员. */
export const personRoles = pgTable(
  'person_roles',
  {
    personId: text()
      .notNull()
      .references(() => people.id),
    role: text({ enum: ['office', 'leader', 'admin'] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.role] })],
);

/** Who works where: 联络员 (main, deputy) or 干部 (member). */
export const memberships = pgTable(
  'memberships',
  {
    personId: text()
      .notNull()
      .references(() => people.id),
    unitId: text()
      .notNull()
      .references(() => units.id),
    duty: text({ enum: ['main', 'deputy', 'member'] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.unitId] }), index().on(t.unitId)],
);

/** 分管: which leader is in charge of which unit. */
export const unitLeaders = pgTable(
  'unit_leaders',
  {
    unitId: text()
      .notNull()
      .references(() => units.id),
    personId: text()
      .notNull()
      .references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.personId] }), index().on(t.personId)],
);

/** Groups the bot sits in; `unitId` once bound to a unit. */
export const chats = pgTable('chats', {
  id: text().primaryKey(),
  name: text().notNull(),
  unitId: text().references(() => units.id),
  active: boolean().notNull().default(true),
});

/** 绑定 requests that wait for an administrator. */
export const bindRequests = pgTable('bind_requests', {
  id: text().primaryKey(),
  chatId: text().notNull(),
  unitId: text()
    .notNull()
    .references(() => units.id),
  requestedBy: text().notNull(),
  requestedAt: timestamp({ withTimezone: true }).notNull(),
  decision: text({ enum: ['agreed', 'refused'] }),
  decidedBy: text(),
  decidedAt: timestamp({ withTimezone: true }),
});

/** The one-time code by which the first administrator claims the bot; only its hash is kept. */
export const adminCodes = pgTable(
  'admin_codes',
  {
    hash: text().primaryKey(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    usedAt: timestamp({ withTimezone: true }),
  },
  (t) => [unique().on(t.hash)],
);
