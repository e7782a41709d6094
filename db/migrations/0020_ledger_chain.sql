CREATE TABLE `factor_versions` (
	`version` text PRIMARY KEY NOT NULL,
	`valid_from` text NOT NULL,
	`rows` text NOT NULL,
	`reason` text NOT NULL,
	`published_by_user_id` text NOT NULL,
	`published_at_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `haul_choices` (
	`reservation_id` text PRIMARY KEY NOT NULL,
	`truck` text NOT NULL,
	`empty_return_pct` integer NOT NULL,
	`user_id` text NOT NULL,
	`at_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ledger_corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`handover_id` text NOT NULL,
	`corrects_seq` integer NOT NULL,
	`mass_g` integer NOT NULL,
	`reason` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`asked_by` text NOT NULL,
	`asked_by_user_id` text NOT NULL,
	`asked_at_ms` integer NOT NULL,
	`state` text NOT NULL,
	`decided_by_user_id` text,
	`decided_at_ms` integer,
	`answer` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`handover_id`) REFERENCES `handovers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ledger_corrections_mass" CHECK("ledger_corrections"."mass_g" >= 0)
);
--> statement-breakpoint
CREATE INDEX `ledger_corrections_handover` ON `ledger_corrections` (`handover_id`,`asked_at_ms`);--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_corrections_open` ON `ledger_corrections` (`handover_id`) WHERE state = 'asked';--> statement-breakpoint
CREATE TABLE `ledger_heads` (
	`day` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL,
	`published_at_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ledger_rows` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text DEFAULT 'handover' NOT NULL,
	`handover_id` text NOT NULL,
	`from_site_id` text NOT NULL,
	`from_commune_code` text NOT NULL,
	`to_commune_code` text,
	`material` text NOT NULL,
	`mass_g` integer NOT NULL,
	`straight_m` integer,
	`net_avoided_g_co2e` integer,
	`net_low_g_co2e` integer,
	`net_high_g_co2e` integer,
	`factor_version` text,
	`truck` text,
	`empty_return_pct` integer,
	`handed_over_on` text NOT NULL,
	`recorded_at_ms` integer NOT NULL,
	`corrects_seq` integer,
	`correction_id` text,
	`reason` text,
	`decided_by` text,
	`prev_hash` text,
	`hash` text,
	FOREIGN KEY (`handover_id`) REFERENCES `handovers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ledger_mass" CHECK(("ledger_rows"."kind" = 'reversal' AND "ledger_rows"."mass_g" < 0) OR ("ledger_rows"."kind" <> 'reversal' AND "ledger_rows"."mass_g" > 0)),
	CONSTRAINT "ledger_corrects" CHECK(("ledger_rows"."kind" = 'handover') = ("ledger_rows"."corrects_seq" IS NULL))
);
--> statement-breakpoint
INSERT INTO `ledger_rows` (seq, handover_id, from_site_id, from_commune_code, to_commune_code, material, mass_g, straight_m, net_avoided_g_co2e, factor_version, handed_over_on, recorded_at_ms) SELECT seq, handover_id, from_site_id, from_commune_code, to_commune_code, material, mass_g, straight_m, net_avoided_g_co2e, factor_version, handed_over_on, recorded_at_ms FROM `ledger_entries` ORDER BY seq;
--> statement-breakpoint
DROP TABLE `ledger_entries`;
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_rows_hash_unique` ON `ledger_rows` (`hash`);--> statement-breakpoint
CREATE INDEX `ledger_from_site` ON `ledger_rows` (`from_site_id`);--> statement-breakpoint
CREATE INDEX `ledger_from_commune` ON `ledger_rows` (`from_commune_code`,`handed_over_on`);--> statement-breakpoint
CREATE INDEX `ledger_to_commune` ON `ledger_rows` (`to_commune_code`,`handed_over_on`);--> statement-breakpoint
CREATE INDEX `ledger_handover` ON `ledger_rows` (`handover_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_one_entry` ON `ledger_rows` (`handover_id`) WHERE kind = 'handover';--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_one_reversal` ON `ledger_rows` (`corrects_seq`) WHERE kind = 'reversal';--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_one_replacement` ON `ledger_rows` (`corrects_seq`) WHERE kind = 'replacement';--> statement-breakpoint
CREATE VIEW `ledger_entries` AS select "seq", "kind", "handover_id", "from_site_id", "from_commune_code", "to_commune_code", "material", "mass_g", "straight_m", "net_avoided_g_co2e", "net_low_g_co2e", "net_high_g_co2e", "factor_version", "truck", "empty_return_pct", "handed_over_on", "recorded_at_ms", "corrects_seq", "correction_id", "reason", "decided_by", "prev_hash", "hash" from "ledger_rows" where kind <> 'reversal' AND NOT EXISTS (SELECT 1 FROM ledger_rows AS later WHERE later.corrects_seq = ledger_rows.seq AND later.kind = 'reversal');
--> statement-breakpoint
-- A row of before the chain receives its hash once, and nothing else of it changes.
CREATE TRIGGER ledger_rows_no_update BEFORE UPDATE ON ledger_rows
WHEN OLD.hash IS NOT NULL OR NEW.hash IS NULL OR NEW.prev_hash IS NULL
  OR NEW.seq IS NOT OLD.seq OR NEW.kind IS NOT OLD.kind OR NEW.handover_id IS NOT OLD.handover_id
  OR NEW.from_site_id IS NOT OLD.from_site_id OR NEW.from_commune_code IS NOT OLD.from_commune_code
  OR NEW.to_commune_code IS NOT OLD.to_commune_code OR NEW.material IS NOT OLD.material
  OR NEW.mass_g IS NOT OLD.mass_g OR NEW.straight_m IS NOT OLD.straight_m
  OR NEW.net_avoided_g_co2e IS NOT OLD.net_avoided_g_co2e OR NEW.net_low_g_co2e IS NOT OLD.net_low_g_co2e
  OR NEW.net_high_g_co2e IS NOT OLD.net_high_g_co2e OR NEW.factor_version IS NOT OLD.factor_version
  OR NEW.truck IS NOT OLD.truck OR NEW.empty_return_pct IS NOT OLD.empty_return_pct
  OR NEW.handed_over_on IS NOT OLD.handed_over_on OR NEW.recorded_at_ms IS NOT OLD.recorded_at_ms
  OR NEW.corrects_seq IS NOT OLD.corrects_seq OR NEW.correction_id IS NOT OLD.correction_id
  OR NEW.reason IS NOT OLD.reason OR NEW.decided_by IS NOT OLD.decided_by
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_rows_no_delete BEFORE DELETE ON ledger_rows
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_rows_chained BEFORE INSERT ON ledger_rows WHEN NEW.hash IS NULL OR NEW.prev_hash IS NULL
BEGIN
  SELECT RAISE(ABORT, 'a row of the ledger needs its hash');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_heads_no_update BEFORE UPDATE ON ledger_heads
BEGIN
  SELECT RAISE(ABORT, 'the heads of the ledger are append-only');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_heads_no_delete BEFORE DELETE ON ledger_heads
BEGIN
  SELECT RAISE(ABORT, 'the heads of the ledger are append-only');
END;
--> statement-breakpoint
CREATE TRIGGER factor_versions_no_update BEFORE UPDATE ON factor_versions
BEGIN
  SELECT RAISE(ABORT, 'versions of factors are append-only');
END;
--> statement-breakpoint
CREATE TRIGGER factor_versions_no_delete BEFORE DELETE ON factor_versions
BEGIN
  SELECT RAISE(ABORT, 'versions of factors are append-only');
END;
