CREATE INDEX "audit_subject_index" ON "audit" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "reports_standing" ON "reports" USING btree ("occurrenceId","unitId","reportedAt" DESC NULLS FIRST,"no" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "reports"."withdrawnAt" is null;--> statement-breakpoint
CREATE INDEX "reports_reportedAt_index" ON "reports" USING btree ("reportedAt");--> statement-breakpoint
CREATE INDEX "reports_messageId_index" ON "reports" USING btree ("messageId");