CREATE TABLE "complaints" (
	"no" serial PRIMARY KEY NOT NULL,
	"personId" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"answer" text,
	"answeredBy" text,
	"answeredAt" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "shown_lists" (
	"key" text PRIMARY KEY NOT NULL,
	"chatId" text NOT NULL,
	"items" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
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
ALTER TABLE "outbox" ADD COLUMN "sentAt" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "policy_unanswered" ADD COLUMN "no" serial NOT NULL;--> statement-breakpoint
ALTER TABLE "policy_unanswered" ADD COLUMN "messageId" text;--> statement-breakpoint
ALTER TABLE "policy_unanswered" ADD COLUMN "settledBy" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "amends" text;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_personId_people_id_fk" FOREIGN KEY ("personId") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_personId_people_id_fk" FOREIGN KEY ("personId") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_of_reports" ADD CONSTRAINT "evidence_of_reports_evidenceId_evidence_id_fk" FOREIGN KEY ("evidenceId") REFERENCES "public"."evidence"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_answers_told" ADD CONSTRAINT "standard_answers_told_answerId_standard_answers_id_fk" FOREIGN KEY ("answerId") REFERENCES "public"."standard_answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "shown_lists_chatId_at_index" ON "shown_lists" USING btree ("chatId","at");--> statement-breakpoint
CREATE INDEX "evidence_of_reports_batchId_index" ON "evidence_of_reports" USING btree ("batchId");--> statement-breakpoint
CREATE INDEX "policy_given_answers_at_index" ON "policy_given_answers" USING btree ("at");--> statement-breakpoint
CREATE INDEX "reports_standing" ON "reports" USING btree ("occurrenceId","unitId","reportedAt" DESC NULLS FIRST,"no" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "reports"."withdrawnAt" is null;--> statement-breakpoint
CREATE INDEX "reports_reportedAt_index" ON "reports" USING btree ("reportedAt");--> statement-breakpoint
CREATE INDEX "reports_messageId_index" ON "reports" USING btree ("messageId");