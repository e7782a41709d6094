CREATE TABLE `import_mappings` (
	`organisation_id` text NOT NULL,
	`heads_key` text NOT NULL,
	`mapping` text NOT NULL,
	`updated_at_ms` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `heads_key`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `import_rows` (
	`import_id` text NOT NULL,
	`row` integer NOT NULL,
	`cells` text NOT NULL,
	`corrections` text DEFAULT '{}' NOT NULL,
	`is_skipped` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`import_id`, `row`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`site_id` text NOT NULL,
	`author_user_id` text NOT NULL,
	`status` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`heads` text NOT NULL,
	`mapping` text NOT NULL,
	`with_drafts` integer DEFAULT false NOT NULL,
	`row_count` integer NOT NULL,
	`done_count` integer DEFAULT 0 NOT NULL,
	`failure` text,
	`created_at_ms` integer NOT NULL,
	`finished_at_ms` integer,
	`undone_at_ms` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imports_organisation` ON `imports` (`organisation_id`,`created_at_ms`);--> statement-breakpoint
CREATE INDEX `imports_site` ON `imports` (`site_id`,`created_at_ms`);--> statement-breakpoint
CREATE TABLE `label_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`lot_id` text,
	`draft_id` text,
	`item` integer,
	`batch_id` text,
	`claimed_by_user_id` text,
	`claimed_at_ms` integer,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `label_codes_item` ON `label_codes` (`lot_id`,`item`);--> statement-breakpoint
CREATE INDEX `label_codes_organisation` ON `label_codes` (`organisation_id`,`created_at_ms`);--> statement-breakpoint
CREATE INDEX `label_codes_batch` ON `label_codes` (`batch_id`);--> statement-breakpoint
CREATE INDEX `label_codes_draft` ON `label_codes` (`draft_id`);--> statement-breakpoint
CREATE TABLE `label_scans` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`act` text NOT NULL,
	`reservation_id` text,
	`user_id` text NOT NULL,
	`at_ms` integer NOT NULL,
	FOREIGN KEY (`code`) REFERENCES `label_codes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reservation_id`) REFERENCES `reservations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `label_scans_code` ON `label_scans` (`code`,`at_ms`);--> statement-breakpoint
CREATE INDEX `label_scans_reservation` ON `label_scans` (`reservation_id`);--> statement-breakpoint
CREATE TABLE `lot_shares` (
	`id` text PRIMARY KEY NOT NULL,
	`lot_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_by_user_id` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`expires_at_ms` integer NOT NULL,
	`revoked_at_ms` integer,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lot_shares_token_hash_unique` ON `lot_shares` (`token_hash`);--> statement-breakpoint
CREATE INDEX `lot_shares_lot` ON `lot_shares` (`lot_id`);--> statement-breakpoint
CREATE TABLE `handover_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`reservation_id` text NOT NULL,
	`side` text NOT NULL,
	`counted_milli` integer NOT NULL,
	`difference` text DEFAULT '' NOT NULL,
	`user_id` text NOT NULL,
	`counted_at_ms` integer NOT NULL,
	`received_at_ms` integer NOT NULL,
	FOREIGN KEY (`reservation_id`) REFERENCES `reservations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "handover_checks_counted" CHECK("handover_checks"."counted_milli" >= 0)
);
--> statement-breakpoint
CREATE INDEX `handover_checks_reservation` ON `handover_checks` (`reservation_id`,`received_at_ms`);--> statement-breakpoint
CREATE TABLE `closing_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`site_id` text NOT NULL,
	`inventory_line_id` text,
	`inventory_waste_id` text,
	`outcome` text NOT NULL,
	`label` text NOT NULL,
	`mass_g` integer NOT NULL,
	`operator` text DEFAULT '' NOT NULL,
	`evidence` text DEFAULT '' NOT NULL,
	`created_by_user_id` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inventory_line_id`) REFERENCES `inventory_lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inventory_waste_id`) REFERENCES `inventory_wastes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "closing_entries_mass" CHECK("closing_entries"."mass_g" > 0)
);
--> statement-breakpoint
CREATE INDEX `closing_entries_site` ON `closing_entries` (`site_id`);--> statement-breakpoint
CREATE TABLE `closing_records` (
	`site_id` text PRIMARY KEY NOT NULL,
	`works_ended_on` text,
	`author` text DEFAULT '' NOT NULL,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `inventory_wastes` (
	`id` text PRIMARY KEY NOT NULL,
	`inventory_id` text NOT NULL,
	`family` text NOT NULL,
	`waste_code` text DEFAULT '' NOT NULL,
	`label` text NOT NULL,
	`mass_g` integer NOT NULL,
	`outlet` text DEFAULT '' NOT NULL,
	`import_id` text,
	FOREIGN KEY (`inventory_id`) REFERENCES `inventories`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "inventory_wastes_mass" CHECK("inventory_wastes"."mass_g" >= 0)
);
--> statement-breakpoint
CREATE INDEX `inventory_wastes_inventory` ON `inventory_wastes` (`inventory_id`);--> statement-breakpoint
ALTER TABLE `lot_drafts` ADD `import_id` text;--> statement-breakpoint
CREATE INDEX `lot_drafts_import` ON `lot_drafts` (`import_id`);--> statement-breakpoint
ALTER TABLE `inventory_lines` ADD `position` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `inventory_lines` ADD `dimensions` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `inventory_lines` ADD `assembly` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `inventory_lines` ADD `condition` integer;--> statement-breakpoint
ALTER TABLE `inventory_lines` ADD `location` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `inventory_lines` ADD `reusability` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `inventory_lines` ADD `precautions` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `inventory_lines` ADD `import_id` text;--> statement-breakpoint
CREATE INDEX `inventory_lines_import` ON `inventory_lines` (`import_id`);