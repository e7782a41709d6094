CREATE TABLE `attribution_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`reservation_id` text NOT NULL,
	`lot_id` text NOT NULL,
	`giver_organisation_id` text NOT NULL,
	`taker_organisation_id` text NOT NULL,
	`outcome` text NOT NULL,
	`decided_by_user_id` text,
	`criteria` text NOT NULL,
	`criteria_source` text NOT NULL,
	`ranking` text NOT NULL,
	`is_against` integer NOT NULL,
	`criterion` text,
	`reason` text DEFAULT '' NOT NULL,
	`checks` text NOT NULL,
	`rules_version` text,
	`decided_at_ms` integer NOT NULL,
	FOREIGN KEY (`reservation_id`) REFERENCES `reservations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`giver_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taker_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attribution_decisions_reservation` ON `attribution_decisions` (`reservation_id`);--> statement-breakpoint
CREATE INDEX `attribution_decisions_lot` ON `attribution_decisions` (`lot_id`,`decided_at_ms`);--> statement-breakpoint
CREATE INDEX `attribution_decisions_decided` ON `attribution_decisions` (`decided_at_ms`);--> statement-breakpoint
CREATE TABLE `attribution_profiles` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`criteria` text,
	`delegation_reference` text,
	`delegation_on` text,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `cession_terms` (
	`lot_id` text PRIMARY KEY NOT NULL,
	`market_unit_cents` integer,
	`below_market_reason` text DEFAULT '' NOT NULL,
	`deliberation_reference` text,
	`deliberation_on` text,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `lot_criteria` (
	`lot_id` text PRIMARY KEY NOT NULL,
	`criteria` text NOT NULL,
	`source` text NOT NULL,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `public_rules` (
	`version` text PRIMARY KEY NOT NULL,
	`rules` text NOT NULL,
	`valid_from` text NOT NULL,
	`reason` text NOT NULL,
	`set_by_user_id` text NOT NULL,
	`set_at_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `resale_undertakings` (
	`reservation_id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`at_ms` integer NOT NULL,
	FOREIGN KEY (`reservation_id`) REFERENCES `reservations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TRIGGER attribution_decisions_no_update BEFORE UPDATE ON attribution_decisions
BEGIN
  SELECT RAISE(ABORT, 'decisions are append-only');
END;
--> statement-breakpoint
CREATE TRIGGER attribution_decisions_no_delete BEFORE DELETE ON attribution_decisions
BEGIN
  SELECT RAISE(ABORT, 'decisions are append-only');
END;
