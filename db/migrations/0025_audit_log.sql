CREATE TABLE `audit_anchors` (
	`seq` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`before_ms` integer NOT NULL,
	`at_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_rows` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at_ms` integer NOT NULL,
	`actor_user_id` text,
	`organisation_id` text,
	`action` text NOT NULL,
	`object_kind` text NOT NULL,
	`object_id` text,
	`outcome` text NOT NULL,
	`request_id` text,
	`address` text,
	`details` text NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_rows_hash_unique` ON `audit_rows` (`hash`);--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit_rows` (`actor_user_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_action` ON `audit_rows` (`action`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_object` ON `audit_rows` (`object_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit_rows` (`at_ms`);
--> statement-breakpoint
CREATE TRIGGER audit_rows_no_update BEFORE UPDATE ON audit_rows
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
--> statement-breakpoint
-- Rows leave from the oldest end only, once an anchor stands for them and they are older than what it lets go.
CREATE TRIGGER audit_rows_no_delete BEFORE DELETE ON audit_rows
WHEN OLD.seq > coalesce((SELECT max(seq) FROM audit_anchors), 0)
  OR OLD.at_ms >= coalesce((SELECT before_ms FROM audit_anchors ORDER BY seq DESC LIMIT 1), 0)
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_anchors_of_rows BEFORE INSERT ON audit_anchors
WHEN NOT EXISTS (SELECT 1 FROM audit_rows WHERE seq = NEW.seq AND hash = NEW.hash)
BEGIN
  SELECT RAISE(ABORT, 'no row of the audit log is this anchor');
END;
--> statement-breakpoint
CREATE TRIGGER audit_anchors_after_a_year BEFORE INSERT ON audit_anchors
WHEN NEW.before_ms > NEW.at_ms - 31536000000
BEGIN
  SELECT RAISE(ABORT, 'a row of the audit log stays for a year');
END;
--> statement-breakpoint
CREATE TRIGGER audit_anchors_no_update BEFORE UPDATE ON audit_anchors
BEGIN
  SELECT RAISE(ABORT, 'anchors of the audit log are append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_anchors_no_delete BEFORE DELETE ON audit_anchors
BEGIN
  SELECT RAISE(ABORT, 'anchors of the audit log are append-only');
END;
