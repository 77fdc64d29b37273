ALTER TABLE "tasks" ADD COLUMN "title" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "goal" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "milestones" jsonb;