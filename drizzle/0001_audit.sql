-- drizzle-kit writes no triggers: `npm run db:initial` puts this file behind the generated migration.

-- Fires at the commit, not at the insert: the head's row is locked for a moment only, and nothing is locked after it, so
-- transactions neither wait for each other's work nor deadlock over the chain.
CREATE FUNCTION audit_seal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  place integer;
  before text;
  link text;
BEGIN
  INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, '') ON CONFLICT DO NOTHING;
  SELECT seq + 1, hash INTO place, before FROM audit_head WHERE id = 1 FOR UPDATE;
  link := encode(sha256(convert_to(json_build_array(
    place, NEW.id, to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    NEW.actor, NEW.action, NEW.subject, NEW."messageId", NEW.digest, before)::text, 'UTF8')), 'hex');
  UPDATE audit SET seq = place, prev = before, hash = link WHERE id = NEW.id;
  UPDATE audit_head SET seq = place, hash = link WHERE id = 1;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Rows that come with their place are a backup's.
CREATE CONSTRAINT TRIGGER audit_seal AFTER INSERT ON audit DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.seq IS NULL) EXECUTE FUNCTION audit_seal();
--> statement-breakpoint
CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    IF current_setting('gongxin.clearing', true) = 'on' THEN
      RETURN NULL;
    END IF;
  ELSIF TG_OP = 'UPDATE' THEN
    IF OLD.seq IS NULL AND to_jsonb(NEW) - '{seq,prev,hash}'::text[] = to_jsonb(OLD) - '{seq,prev,hash}'::text[] THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'audit rows are only added';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit
  FOR EACH ROW EXECUTE FUNCTION audit_append_only();
--> statement-breakpoint
CREATE TRIGGER audit_not_truncated BEFORE TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();
