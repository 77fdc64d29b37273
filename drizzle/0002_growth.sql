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
ALTER TABLE "attentions" ADD CONSTRAINT "attentions_taskId_tasks_id_fk" FOREIGN KEY ("taskId") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attentions" ADD CONSTRAINT "attentions_personId_people_id_fk" FOREIGN KEY ("personId") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruction_answers" ADD CONSTRAINT "instruction_answers_instructionId_instructions_id_fk" FOREIGN KEY ("instructionId") REFERENCES "public"."instructions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruction_answers" ADD CONSTRAINT "instruction_answers_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruction_answers" ADD CONSTRAINT "instruction_answers_personId_people_id_fk" FOREIGN KEY ("personId") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruction_units" ADD CONSTRAINT "instruction_units_instructionId_instructions_id_fk" FOREIGN KEY ("instructionId") REFERENCES "public"."instructions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruction_units" ADD CONSTRAINT "instruction_units_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_leaderId_people_id_fk" FOREIGN KEY ("leaderId") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_taskId_tasks_id_fk" FOREIGN KEY ("taskId") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_values" ADD CONSTRAINT "target_values_targetId_targets_id_fk" FOREIGN KEY ("targetId") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_values" ADD CONSTRAINT "target_values_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_leaders" ADD CONSTRAINT "unit_leaders_unitId_units_id_fk" FOREIGN KEY ("unitId") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_leaders" ADD CONSTRAINT "unit_leaders_personId_people_id_fk" FOREIGN KEY ("personId") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "attention_open" ON "attentions" USING btree ("taskId","personId") WHERE "attentions"."endedAt" is null;--> statement-breakpoint
CREATE INDEX "attentions_personId_index" ON "attentions" USING btree ("personId");--> statement-breakpoint
CREATE INDEX "instruction_answers_instructionId_index" ON "instruction_answers" USING btree ("instructionId");--> statement-breakpoint
CREATE INDEX "instruction_units_unitId_index" ON "instruction_units" USING btree ("unitId");--> statement-breakpoint
CREATE INDEX "instructions_leaderId_index" ON "instructions" USING btree ("leaderId");--> statement-breakpoint
CREATE INDEX "instructions_state_index" ON "instructions" USING btree ("state");--> statement-breakpoint
CREATE INDEX "target_values_targetId_month_index" ON "target_values" USING btree ("targetId","month");--> statement-breakpoint
CREATE INDEX "target_values_batchId_index" ON "target_values" USING btree ("batchId");--> statement-breakpoint
CREATE UNIQUE INDEX "target_live" ON "targets" USING btree ("year","key","measure","scope") WHERE "targets"."state" <> 'dropped';--> statement-breakpoint
CREATE INDEX "unit_leaders_personId_index" ON "unit_leaders" USING btree ("personId");