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
ALTER TABLE "waiting_files" ADD COLUMN "link" text;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "fileDigest" text;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "link" text;--> statement-breakpoint
ALTER TABLE "policy_unanswered" ADD COLUMN "no" serial NOT NULL;--> statement-breakpoint
ALTER TABLE "policy_unanswered" ADD COLUMN "messageId" text;--> statement-breakpoint
ALTER TABLE "policy_unanswered" ADD COLUMN "settledBy" text;--> statement-breakpoint
ALTER TABLE "unit_tags" ADD CONSTRAINT "unit_tags_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_answers_told" ADD CONSTRAINT "standard_answers_told_answerId_standard_answers_id_fk" FOREIGN KEY ("answerId") REFERENCES "public"."standard_answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "announced_announcementId_index" ON "announced" USING btree ("announcementId");--> statement-breakpoint
CREATE INDEX "unit_tags_tag_index" ON "unit_tags" USING btree ("tag");--> statement-breakpoint
CREATE INDEX "policy_given_answers_at_index" ON "policy_given_answers" USING btree ("at");--> statement-breakpoint
CREATE INDEX "policies_fileDigest_index" ON "policies" USING btree ("fileDigest");