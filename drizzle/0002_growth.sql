CREATE TABLE "announce_refusals" (
	"toId" text PRIMARY KEY NOT NULL,
	"refusedBy" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "announced" (
	"policyId" text NOT NULL,
	"toId" text NOT NULL,
	"toType" text NOT NULL,
	"announcementId" text NOT NULL,
	"unitId" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "announced_policyId_toId_pk" PRIMARY KEY("policyId","toId")
);
--> statement-breakpoint
CREATE TABLE "announcements" (
	"id" text PRIMARY KEY NOT NULL,
	"policyId" text NOT NULL,
	"unitIds" jsonb NOT NULL,
	"state" text NOT NULL,
	"createdBy" text NOT NULL,
	"createdAt" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit_tags" (
	"unitId" text NOT NULL,
	"tag" text NOT NULL,
	CONSTRAINT "unit_tags_unitId_tag_pk" PRIMARY KEY("unitId","tag")
);
--> statement-breakpoint
CREATE TABLE "directory_syncs" (
	"id" text PRIMARY KEY NOT NULL,
	"matches" jsonb NOT NULL,
	"createdBy" text NOT NULL,
	"createdAt" timestamp with time zone NOT NULL,
	"decision" text
);
--> statement-breakpoint
CREATE TABLE "shown_lists" (
	"key" text PRIMARY KEY NOT NULL,
	"chatId" text NOT NULL,
	"items" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "complaints" (
	"no" serial PRIMARY KEY NOT NULL,
	"personId" text NOT NULL,
	"text" text NOT NULL,
	"kind" text DEFAULT 'complaint' NOT NULL,
	"dueOn" date,
	"at" timestamp with time zone NOT NULL,
	"answer" text,
	"answeredBy" text,
	"answeredAt" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "attentions" (
	"id" text PRIMARY KEY NOT NULL,
	"taskId" text NOT NULL,
	"personId" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"endedAt" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "instruction_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"instructionId" text NOT NULL,
	"unitId" text,
	"personId" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"messageId" text,
	"withdrawnAt" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "instruction_units" (
	"instructionId" text NOT NULL,
	"unitId" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "instruction_units_instructionId_unitId_pk" PRIMARY KEY("instructionId","unitId")
);
--> statement-breakpoint
CREATE TABLE "instructions" (
	"id" text PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"no" integer,
	"text" text NOT NULL,
	"leaderId" text NOT NULL,
	"taskId" text,
	"dueOn" date,
	"messageId" text NOT NULL,
	"chatId" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"createdAt" timestamp with time zone NOT NULL,
	"sentAt" timestamp with time zone,
	"closedAt" timestamp with time zone,
	"closedBy" text,
	CONSTRAINT "instructions_year_no_unique" UNIQUE("year","no")
);
--> statement-breakpoint
CREATE TABLE "policy_vectors" (
	"passage" integer PRIMARY KEY NOT NULL,
	"model" text NOT NULL,
	"vector" real[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policy_word_links" (
	"scope" text NOT NULL,
	"word" text NOT NULL,
	"clauseWord" text NOT NULL,
	"strength" real NOT NULL,
	CONSTRAINT "policy_word_links_word_scope_clauseWord_pk" PRIMARY KEY("word","scope","clauseWord")
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" text PRIMARY KEY NOT NULL,
	"unitId" text NOT NULL,
	"personId" text NOT NULL,
	"name" text NOT NULL,
	"size" integer NOT NULL,
	"digest" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"messageId" text NOT NULL,
	"sentAt" timestamp with time zone NOT NULL,
	CONSTRAINT "evidence_unitId_digest_unique" UNIQUE("unitId","digest")
);
--> statement-breakpoint
CREATE TABLE "evidence_of_reports" (
	"evidenceId" text NOT NULL,
	"batchId" text NOT NULL,
	CONSTRAINT "evidence_of_reports_evidenceId_batchId_pk" PRIMARY KEY("evidenceId","batchId")
);
--> statement-breakpoint
CREATE TABLE "own_days" (
	"day" date PRIMARY KEY NOT NULL,
	"works" boolean NOT NULL,
	"addedBy" text NOT NULL,
	"addedAt" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "standard_answers_told" (
	"answerId" text NOT NULL,
	"place" text NOT NULL,
	"questionId" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "standard_answers_told_answerId_place_pk" PRIMARY KEY("answerId","place")
);
--> statement-breakpoint
CREATE TABLE "policy_given_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"question" text NOT NULL,
	"askedBy" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"sources" jsonb NOT NULL,
	"standardId" text,
	"seenAt" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "standard_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"no" serial NOT NULL,
	"kind" text NOT NULL,
	"question" text NOT NULL,
	"phrasings" jsonb NOT NULL,
	"text" text NOT NULL,
	"policyId" text,
	"clause" integer,
	"section" text,
	"visibility" text NOT NULL,
	"validUntil" date,
	"questionIds" jsonb NOT NULL,
	"state" text NOT NULL,
	"createdBy" text NOT NULL,
	"createdAt" timestamp with time zone NOT NULL,
	"confirmedAt" timestamp with time zone,
	"hits" integer DEFAULT 0 NOT NULL,
	"lastHitAt" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "target_values" (
	"id" text PRIMARY KEY NOT NULL,
	"targetId" text NOT NULL,
	"unitId" text,
	"month" integer NOT NULL,
	"span" text NOT NULL,
	"value" text NOT NULL,
	"unit" text NOT NULL,
	"text" text NOT NULL,
	"batchId" text NOT NULL,
	"reportedBy" text NOT NULL,
	"reportedAt" timestamp with time zone NOT NULL,
	"no" integer DEFAULT 0 NOT NULL,
	"withdrawnAt" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"id" text PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"name" text NOT NULL,
	"key" text NOT NULL,
	"measure" text NOT NULL,
	"bound" text NOT NULL,
	"scope" text NOT NULL,
	"value" text NOT NULL,
	"unit" text NOT NULL,
	"unitId" text,
	"half" integer,
	"lag" integer DEFAULT 0 NOT NULL,
	"state" text NOT NULL,
	"source" text NOT NULL,
	"createdAt" timestamp with time zone NOT NULL,
	"decidedBy" text,
	"decidedAt" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "unit_leaders" (
	"unitId" text NOT NULL,
	"personId" text NOT NULL,
	CONSTRAINT "unit_leaders_unitId_personId_pk" PRIMARY KEY("unitId","personId")
);
--> statement-breakpoint
ALTER TABLE "waiting_files" ADD COLUMN "asks" text DEFAULT 'what' NOT NULL;--> statement-breakpoint
ALTER TABLE "waiting_files" ADD COLUMN "link" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "sentAt" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "fileDigest" text;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "link" text;--> statement-breakpoint
ALTER TABLE "policy_unanswered" ADD COLUMN "no" serial NOT NULL;--> statement-breakpoint
ALTER TABLE "policy_unanswered" ADD COLUMN "messageId" text;--> statement-breakpoint
ALTER TABLE "policy_unanswered" ADD COLUMN "settledBy" text;--> statement-breakpoint
ALTER TABLE "pending_replies" ADD COLUMN "chatId" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "amends" text;--> statement-breakpoint
ALTER TABLE "unit_tags" ADD CONSTRAINT "unit_tags_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_personId_people_id_fk" FOREIGN KEY ("personId") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attentions" ADD CONSTRAINT "attentions_taskId_tasks_id_fk" FOREIGN KEY ("taskId") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attentions" ADD CONSTRAINT "attentions_personId_people_id_fk" FOREIGN KEY ("personId") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruction_answers" ADD CONSTRAINT "instruction_answers_instructionId_instructions_id_fk" FOREIGN KEY ("instructionId") REFERENCES "public"."instructions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruction_answers" ADD CONSTRAINT "instruction_answers_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruction_answers" ADD CONSTRAINT "instruction_answers_personId_people_id_fk" FOREIGN KEY ("personId") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruction_units" ADD CONSTRAINT "instruction_units_instructionId_instructions_id_fk" FOREIGN KEY ("instructionId") REFERENCES "public"."instructions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruction_units" ADD CONSTRAINT "instruction_units_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_leaderId_people_id_fk" FOREIGN KEY ("leaderId") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_taskId_tasks_id_fk" FOREIGN KEY ("taskId") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_vectors" ADD CONSTRAINT "policy_vectors_passage_policy_passages_number_fk" FOREIGN KEY ("passage") REFERENCES "public"."policy_passages"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_personId_people_id_fk" FOREIGN KEY ("personId") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_of_reports" ADD CONSTRAINT "evidence_of_reports_evidenceId_evidence_id_fk" FOREIGN KEY ("evidenceId") REFERENCES "public"."evidence"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_answers_told" ADD CONSTRAINT "standard_answers_told_answerId_standard_answers_id_fk" FOREIGN KEY ("answerId") REFERENCES "public"."standard_answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_values" ADD CONSTRAINT "target_values_targetId_targets_id_fk" FOREIGN KEY ("targetId") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_values" ADD CONSTRAINT "target_values_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_leaders" ADD CONSTRAINT "unit_leaders_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_leaders" ADD CONSTRAINT "unit_leaders_personId_people_id_fk" FOREIGN KEY ("personId") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "announced_announcementId_index" ON "announced" USING btree ("announcementId");--> statement-breakpoint
CREATE INDEX "unit_tags_tag_index" ON "unit_tags" USING btree ("tag");--> statement-breakpoint
CREATE INDEX "shown_lists_chatId_at_index" ON "shown_lists" USING btree ("chatId","at");--> statement-breakpoint
CREATE UNIQUE INDEX "attention_open" ON "attentions" USING btree ("taskId","personId") WHERE "attentions"."endedAt" is null;--> statement-breakpoint
CREATE INDEX "attentions_personId_index" ON "attentions" USING btree ("personId");--> statement-breakpoint
CREATE INDEX "instruction_answers_instructionId_index" ON "instruction_answers" USING btree ("instructionId");--> statement-breakpoint
CREATE INDEX "instruction_units_unitId_index" ON "instruction_units" USING btree ("unitId");--> statement-breakpoint
CREATE INDEX "instructions_leaderId_index" ON "instructions" USING btree ("leaderId");--> statement-breakpoint
CREATE INDEX "instructions_state_index" ON "instructions" USING btree ("state");--> statement-breakpoint
CREATE INDEX "policy_vectors_model_index" ON "policy_vectors" USING btree ("model");--> statement-breakpoint
CREATE INDEX "evidence_of_reports_batchId_index" ON "evidence_of_reports" USING btree ("batchId");--> statement-breakpoint
CREATE INDEX "policy_given_answers_at_index" ON "policy_given_answers" USING btree ("at");--> statement-breakpoint
CREATE INDEX "target_values_targetId_month_index" ON "target_values" USING btree ("targetId","month");--> statement-breakpoint
CREATE INDEX "target_values_batchId_index" ON "target_values" USING btree ("batchId");--> statement-breakpoint
CREATE UNIQUE INDEX "target_live" ON "targets" USING btree ("year","key","measure","scope") WHERE "targets"."state" <> 'dropped';--> statement-breakpoint
CREATE INDEX "unit_leaders_personId_index" ON "unit_leaders" USING btree ("personId");--> statement-breakpoint
CREATE INDEX "audit_subject_index" ON "audit" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "policies_fileDigest_index" ON "policies" USING btree ("fileDigest");--> statement-breakpoint
CREATE INDEX "reports_standing" ON "reports" USING btree ("occurrenceId","unitId","reportedAt" DESC NULLS FIRST,"no" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "reports"."withdrawnAt" is null;--> statement-breakpoint
CREATE INDEX "reports_reportedAt_index" ON "reports" USING btree ("reportedAt");--> statement-breakpoint
CREATE INDEX "reports_messageId_index" ON "reports" USING btree ("messageId");