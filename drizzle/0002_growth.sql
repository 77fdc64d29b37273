CREATE TABLE "own_days" (
	"day" date PRIMARY KEY NOT NULL,
	"works" boolean NOT NULL,
	"addedBy" text NOT NULL,
	"addedAt" timestamp with time zone NOT NULL
);
