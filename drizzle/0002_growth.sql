CREATE TABLE "shown_lists" (
	"key" text PRIMARY KEY NOT NULL,
	"chatId" text NOT NULL,
	"items" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "amends" text;--> statement-breakpoint
CREATE INDEX "shown_lists_chatId_at_index" ON "shown_lists" USING btree ("chatId","at");