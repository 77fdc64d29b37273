CREATE TABLE "directory_syncs" (
	"id" text PRIMARY KEY NOT NULL,
	"matches" jsonb NOT NULL,
	"createdBy" text NOT NULL,
	"createdAt" timestamp with time zone NOT NULL,
	"decision" text
);
--> statement-breakpoint
CREATE TABLE "own_days" (
	"day" date PRIMARY KEY NOT NULL,
	"works" boolean NOT NULL,
	"addedBy" text NOT NULL,
	"addedAt" timestamp with time zone NOT NULL
);
