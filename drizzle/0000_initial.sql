CREATE TABLE "audit" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"seq" integer,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"messageId" text,
	"digest" text NOT NULL,
	"prev" text,
	"hash" text,
	CONSTRAINT "audit_seq_unique" UNIQUE("seq")
);
--> statement-breakpoint
CREATE TABLE "audit_contents" (
	"auditId" bigint PRIMARY KEY NOT NULL,
	"salt" text NOT NULL,
	"detail" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"id" text PRIMARY KEY NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"data" jsonb NOT NULL,
	"undoneAt" timestamp with time zone,
	"undoneBy" text
);
--> statement-breakpoint
CREATE TABLE "card_actions" (
	"key" text PRIMARY KEY NOT NULL,
	"eventId" text NOT NULL,
	"openId" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"key" text PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"type" text NOT NULL,
	"lane" text NOT NULL,
	"payload" text NOT NULL,
	"sentAt" timestamp with time zone NOT NULL,
	"receivedAt" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"runAt" timestamp with time zone DEFAULT now() NOT NULL,
	"leasedUntil" timestamp with time zone,
	"reason" text,
	"finishedAt" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"key" text PRIMARY KEY NOT NULL,
	"query" jsonb,
	"question" text,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_orders" (
	"id" text PRIMARY KEY NOT NULL,
	"order" jsonb NOT NULL,
	"planId" text NOT NULL,
	"taskIds" jsonb NOT NULL,
	"messageId" text NOT NULL,
	"createdBy" text NOT NULL,
	"createdAt" timestamp with time zone NOT NULL,
	"decision" text
);
--> statement-breakpoint
CREATE TABLE "waiting_files" (
	"id" text PRIMARY KEY NOT NULL,
	"messageId" text NOT NULL,
	"fileKey" text NOT NULL,
	"name" text NOT NULL,
	"sentBy" text NOT NULL,
	"sentAt" timestamp with time zone NOT NULL,
	"decision" text
);
--> statement-breakpoint
CREATE TABLE "matters" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"occurrenceId" text NOT NULL,
	"unitId" text NOT NULL,
	"role" text NOT NULL,
	"raisedBy" text NOT NULL,
	"raisedAt" timestamp with time zone NOT NULL,
	"messageId" text,
	"batchId" text,
	"reason" text DEFAULT '' NOT NULL,
	"askedOn" date,
	"state" text DEFAULT 'open' NOT NULL,
	"replacedBy" text,
	"decidedBy" text,
	"decidedAt" timestamp with time zone,
	"answer" text DEFAULT '' NOT NULL,
	"grantedOn" date,
	"passedTo" text,
	"before" jsonb
);
--> statement-breakpoint
CREATE TABLE "api_usage" (
	"month" text PRIMARY KEY NOT NULL,
	"calls" integer NOT NULL,
	"warned" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"key" text PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"kind" text NOT NULL,
	"target" text,
	"lane" text NOT NULL,
	"toType" text NOT NULL,
	"toId" text NOT NULL,
	"replyTo" text,
	"content" json NOT NULL,
	"purpose" text NOT NULL,
	"optional" boolean DEFAULT false NOT NULL,
	"notBefore" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"claims" integer DEFAULT 0 NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"runAt" timestamp with time zone DEFAULT now() NOT NULL,
	"leasedUntil" timestamp with time zone,
	"maybeSentSince" timestamp with time zone,
	"messageId" text,
	"reason" text,
	"code" integer,
	"createdAt" timestamp with time zone DEFAULT now() NOT NULL,
	"finishedAt" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "send_rate" (
	"key" text PRIMARY KEY NOT NULL,
	"next" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "occurrences" (
	"id" text PRIMARY KEY NOT NULL,
	"taskId" text NOT NULL,
	"no" integer NOT NULL,
	"months" integer[] NOT NULL,
	"dueOn" date NOT NULL,
	CONSTRAINT "occurrences_taskId_no_unique" UNIQUE("taskId","no")
);
--> statement-breakpoint
CREATE TABLE "plan_drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"planId" text,
	"fileName" text NOT NULL,
	"digest" text NOT NULL,
	"parsed" jsonb NOT NULL,
	"createdBy" text NOT NULL,
	"createdAt" timestamp with time zone NOT NULL,
	"decision" text
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"year" integer NOT NULL,
	"fileName" text NOT NULL,
	"digest" text NOT NULL,
	"createdAt" timestamp with time zone NOT NULL,
	"createdBy" text NOT NULL,
	"publishedAt" timestamp with time zone,
	"publishedBy" text
);
--> statement-breakpoint
CREATE TABLE "task_units" (
	"taskId" text NOT NULL,
	"unitId" text NOT NULL,
	"role" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "task_units_taskId_unitId_role_pk" PRIMARY KEY("taskId","unitId","role")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" text PRIMARY KEY NOT NULL,
	"planId" text NOT NULL,
	"position" integer NOT NULL,
	"month" integer,
	"seq" integer NOT NULL,
	"content" text NOT NULL,
	"leadUnits" jsonb NOT NULL,
	"coopUnits" jsonb NOT NULL,
	"startOn" date,
	"dueOn" date,
	"recurrence" jsonb,
	"source" jsonb NOT NULL,
	"origin" text DEFAULT 'document' NOT NULL,
	"state" text DEFAULT 'active' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policy_feedback" (
	"answerId" text NOT NULL,
	"givenBy" text NOT NULL,
	"useful" boolean NOT NULL,
	"givenAt" timestamp with time zone NOT NULL,
	CONSTRAINT "policy_feedback_answerId_givenBy_pk" PRIMARY KEY("answerId","givenBy")
);
--> statement-breakpoint
CREATE TABLE "policy_passages" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "policy_passages_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"policyId" text NOT NULL,
	"clause" integer NOT NULL,
	"position" integer NOT NULL,
	"path" text NOT NULL,
	"headings" jsonb NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"rawText" text NOT NULL,
	"cells" jsonb
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"id" text PRIMARY KEY NOT NULL,
	"fileName" text NOT NULL,
	"title" text NOT NULL,
	"number" text,
	"issuer" text,
	"issuedOn" date,
	"level" text,
	"region" text,
	"year" integer,
	"validity" jsonb NOT NULL,
	"visibility" text NOT NULL,
	"unitIds" text[] NOT NULL,
	"scope" text NOT NULL,
	"digest" text NOT NULL,
	"addedBy" text NOT NULL,
	"addedAt" timestamp with time zone NOT NULL,
	"replacedBy" text,
	"repealedBy" text
);
--> statement-breakpoint
CREATE TABLE "policy_postings" (
	"scope" text NOT NULL,
	"term" text NOT NULL,
	"block" integer NOT NULL,
	"entries" "bytea" NOT NULL,
	CONSTRAINT "policy_postings_scope_term_block_pk" PRIMARY KEY("scope","term","block")
);
--> statement-breakpoint
CREATE TABLE "policy_scopes" (
	"scope" text PRIMARY KEY NOT NULL,
	"passages" integer NOT NULL,
	"length" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policy_unanswered" (
	"id" text PRIMARY KEY NOT NULL,
	"question" text NOT NULL,
	"askedBy" text NOT NULL,
	"chatId" text,
	"askedAt" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"settled" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "problems" (
	"id" text PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"no" integer NOT NULL,
	"content" text NOT NULL,
	"unitId" text NOT NULL,
	"raisedUnitId" text NOT NULL,
	"occurrenceId" text,
	"dueOn" date,
	"raisedBy" text NOT NULL,
	"raisedAt" timestamp with time zone NOT NULL,
	"batchId" text,
	"state" text DEFAULT 'open' NOT NULL,
	"solvedBy" text,
	"solvedAt" timestamp with time zone,
	"solvedBatchId" text,
	CONSTRAINT "problems_year_no_unique" UNIQUE("year","no")
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"occurrenceId" text NOT NULL,
	"unitId" text NOT NULL,
	"personId" text NOT NULL,
	"assignedBy" text NOT NULL,
	"assignedAt" timestamp with time zone NOT NULL,
	CONSTRAINT "assignments_occurrenceId_unitId_pk" PRIMARY KEY("occurrenceId","unitId")
);
--> statement-breakpoint
CREATE TABLE "pending_replies" (
	"id" text PRIMARY KEY NOT NULL,
	"personId" text NOT NULL,
	"unitId" text,
	"messageId" text NOT NULL,
	"text" text NOT NULL,
	"options" jsonb NOT NULL,
	"createdAt" timestamp with time zone NOT NULL,
	"settledAt" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" text PRIMARY KEY NOT NULL,
	"batchId" text NOT NULL,
	"occurrenceId" text NOT NULL,
	"unitId" text NOT NULL,
	"role" text NOT NULL,
	"status" text NOT NULL,
	"percent" real,
	"eta" date,
	"note" text DEFAULT '' NOT NULL,
	"decision" text,
	"via" text NOT NULL,
	"source" text,
	"messageId" text,
	"reportedBy" text NOT NULL,
	"reportedAt" timestamp with time zone NOT NULL,
	"no" integer DEFAULT 0 NOT NULL,
	"withdrawnAt" timestamp with time zone,
	"withdrawnBy" text
);
--> statement-breakpoint
CREATE TABLE "reminder_cards" (
	"key" text PRIMARY KEY NOT NULL,
	"reminderId" text NOT NULL,
	"no" integer NOT NULL,
	"of" integer NOT NULL,
	"kind" text DEFAULT 'month' NOT NULL,
	"copyFor" text,
	"replacedBy" text
);
--> statement-breakpoint
CREATE TABLE "reminder_holds" (
	"planId" text NOT NULL,
	"month" integer NOT NULL,
	"heldBy" text NOT NULL,
	"heldAt" timestamp with time zone NOT NULL,
	CONSTRAINT "reminder_holds_planId_month_pk" PRIMARY KEY("planId","month")
);
--> statement-breakpoint
CREATE TABLE "reminder_items" (
	"cardKey" text NOT NULL,
	"no" integer NOT NULL,
	"occurrenceId" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "reminder_items_cardKey_no_pk" PRIMARY KEY("cardKey","no")
);
--> statement-breakpoint
CREATE TABLE "reminder_rounds" (
	"planId" text NOT NULL,
	"month" integer NOT NULL,
	"decidedAt" timestamp with time zone NOT NULL,
	CONSTRAINT "reminder_rounds_planId_month_pk" PRIMARY KEY("planId","month")
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" text PRIMARY KEY NOT NULL,
	"planId" text NOT NULL,
	"unitId" text NOT NULL,
	"month" integer NOT NULL,
	"recipientType" text NOT NULL,
	"recipientId" text,
	"decidedAt" timestamp with time zone NOT NULL,
	CONSTRAINT "reminders_planId_unitId_month_unique" UNIQUE("planId","unitId","month")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"updatedAt" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "admin_codes" (
	"hash" text PRIMARY KEY NOT NULL,
	"expiresAt" timestamp with time zone NOT NULL,
	"usedAt" timestamp with time zone,
	CONSTRAINT "admin_codes_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "bind_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"chatId" text NOT NULL,
	"unitId" text NOT NULL,
	"requestedBy" text NOT NULL,
	"requestedAt" timestamp with time zone NOT NULL,
	"decision" text,
	"decidedBy" text,
	"decidedAt" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "chats" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"unitId" text,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"personId" text NOT NULL,
	"unitId" text NOT NULL,
	"duty" text NOT NULL,
	CONSTRAINT "memberships_personId_unitId_pk" PRIMARY KEY("personId","unitId")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"openId" text NOT NULL,
	"name" text NOT NULL,
	"unreachable" text,
	CONSTRAINT "people_openId_unique" UNIQUE("openId")
);
--> statement-breakpoint
CREATE TABLE "person_roles" (
	"personId" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "person_roles_personId_role_pk" PRIMARY KEY("personId","role")
);
--> statement-breakpoint
CREATE TABLE "unit_aliases" (
	"folded" text PRIMARY KEY NOT NULL,
	"unitId" text NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit_group_members" (
	"groupId" text NOT NULL,
	"unitId" text NOT NULL,
	CONSTRAINT "unit_group_members_groupId_unitId_pk" PRIMARY KEY("groupId","unitId")
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_contents" ADD CONSTRAINT "audit_contents_auditId_audit_id_fk" FOREIGN KEY ("auditId") REFERENCES "public"."audit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_occurrenceId_occurrences_id_fk" FOREIGN KEY ("occurrenceId") REFERENCES "public"."occurrences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occurrences" ADD CONSTRAINT "occurrences_taskId_tasks_id_fk" FOREIGN KEY ("taskId") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_drafts" ADD CONSTRAINT "plan_drafts_planId_plans_id_fk" FOREIGN KEY ("planId") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_units" ADD CONSTRAINT "task_units_taskId_tasks_id_fk" FOREIGN KEY ("taskId") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_units" ADD CONSTRAINT "task_units_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_planId_plans_id_fk" FOREIGN KEY ("planId") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_passages" ADD CONSTRAINT "policy_passages_policyId_policies_id_fk" FOREIGN KEY ("policyId") REFERENCES "public"."policies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problems" ADD CONSTRAINT "problems_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problems" ADD CONSTRAINT "problems_raisedUnitId_units_id_fk" FOREIGN KEY ("raisedUnitId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problems" ADD CONSTRAINT "problems_occurrenceId_occurrences_id_fk" FOREIGN KEY ("occurrenceId") REFERENCES "public"."occurrences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_occurrenceId_occurrences_id_fk" FOREIGN KEY ("occurrenceId") REFERENCES "public"."occurrences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_personId_people_id_fk" FOREIGN KEY ("personId") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_occurrenceId_occurrences_id_fk" FOREIGN KEY ("occurrenceId") REFERENCES "public"."occurrences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_reportedBy_people_id_fk" FOREIGN KEY ("reportedBy") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_cards" ADD CONSTRAINT "reminder_cards_reminderId_reminders_id_fk" FOREIGN KEY ("reminderId") REFERENCES "public"."reminders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_holds" ADD CONSTRAINT "reminder_holds_planId_plans_id_fk" FOREIGN KEY ("planId") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_items" ADD CONSTRAINT "reminder_items_cardKey_reminder_cards_key_fk" FOREIGN KEY ("cardKey") REFERENCES "public"."reminder_cards"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_items" ADD CONSTRAINT "reminder_items_occurrenceId_occurrences_id_fk" FOREIGN KEY ("occurrenceId") REFERENCES "public"."occurrences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_rounds" ADD CONSTRAINT "reminder_rounds_planId_plans_id_fk" FOREIGN KEY ("planId") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_planId_plans_id_fk" FOREIGN KEY ("planId") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bind_requests" ADD CONSTRAINT "bind_requests_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chats" ADD CONSTRAINT "chats_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_personId_people_id_fk" FOREIGN KEY ("personId") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_roles" ADD CONSTRAINT "person_roles_personId_people_id_fk" FOREIGN KEY ("personId") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_aliases" ADD CONSTRAINT "unit_aliases_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_group_members" ADD CONSTRAINT "unit_group_members_groupId_units_id_fk" FOREIGN KEY ("groupId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_group_members" ADD CONSTRAINT "unit_group_members_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "changes_actor_at_index" ON "changes" USING btree ("actor","at");--> statement-breakpoint
CREATE INDEX "inbox_open" ON "inbox" USING btree ("lane","sentAt","seq") WHERE "inbox"."state" = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "matters_open" ON "matters" USING btree ("kind","occurrenceId","unitId") WHERE "matters"."state" = 'open';--> statement-breakpoint
CREATE INDEX "matters_occurrenceId_unitId_index" ON "matters" USING btree ("occurrenceId","unitId");--> statement-breakpoint
CREATE INDEX "matters_batchId_index" ON "matters" USING btree ("batchId");--> statement-breakpoint
CREATE INDEX "outbox_open" ON "outbox" USING btree ("lane","seq") WHERE "outbox"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "outbox_messageId_index" ON "outbox" USING btree ("messageId");--> statement-breakpoint
CREATE INDEX "task_units_unitId_index" ON "task_units" USING btree ("unitId");--> statement-breakpoint
CREATE INDEX "tasks_planId_index" ON "tasks" USING btree ("planId");--> statement-breakpoint
CREATE INDEX "policy_passages_policyId_clause_index" ON "policy_passages" USING btree ("policyId","clause");--> statement-breakpoint
CREATE INDEX "policies_digest_index" ON "policies" USING btree ("digest");--> statement-breakpoint
CREATE INDEX "policies_fileName_index" ON "policies" USING btree ("fileName");--> statement-breakpoint
CREATE INDEX "problems_occurrenceId_raisedUnitId_index" ON "problems" USING btree ("occurrenceId","raisedUnitId");--> statement-breakpoint
CREATE INDEX "problems_batchId_index" ON "problems" USING btree ("batchId");--> statement-breakpoint
CREATE INDEX "reports_occurrenceId_unitId_reportedAt_index" ON "reports" USING btree ("occurrenceId","unitId","reportedAt");--> statement-breakpoint
CREATE INDEX "reports_batchId_index" ON "reports" USING btree ("batchId");--> statement-breakpoint
CREATE INDEX "memberships_unitId_index" ON "memberships" USING btree ("unitId");