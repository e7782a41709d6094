CREATE TABLE `handover_files` (
	`id` text PRIMARY KEY NOT NULL,
	`reservation_id` text NOT NULL,
	`side` text NOT NULL,
	`kind` text NOT NULL,
	`storage_key` text NOT NULL,
	`sha256` text NOT NULL,
	`is_synthetic` integer DEFAULT false NOT NULL,
	`user_id` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`reservation_id`) REFERENCES `reservations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `handover_files_reservation` ON `handover_files` (`reservation_id`,`kind`);--> statement-breakpoint
CREATE TABLE `handover_paper_files` (
	`number` text NOT NULL,
	`locale` text NOT NULL,
	`storage_key` text NOT NULL,
	`sha256` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`drawn_at_ms` integer NOT NULL,
	PRIMARY KEY(`number`, `locale`),
	FOREIGN KEY (`number`) REFERENCES `handover_papers`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `handover_paper_files_hash` ON `handover_paper_files` (`sha256`);--> statement-breakpoint
CREATE TABLE `handover_papers` (
	`number` text PRIMARY KEY NOT NULL,
	`handover_id` text NOT NULL,
	`kind` text NOT NULL,
	`facts` text NOT NULL,
	`facts_sha256` text NOT NULL,
	`issued_at_ms` integer NOT NULL,
	FOREIGN KEY (`handover_id`) REFERENCES `handovers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "handover_papers_hash" CHECK(length("handover_papers"."facts_sha256") = 64)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `handover_papers_kind` ON `handover_papers` (`handover_id`,`kind`);--> statement-breakpoint
CREATE TABLE `reinstallations` (
	`id` text PRIMARY KEY NOT NULL,
	`reservation_id` text NOT NULL,
	`reinstalled_on` text NOT NULL,
	`commune_code` text NOT NULL,
	`words` text NOT NULL,
	`file_id` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`reservation_id`) REFERENCES `reservations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `handover_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reinstallations_reservation_id_unique` ON `reinstallations` (`reservation_id`);--> statement-breakpoint
CREATE TABLE `story_consents` (
	`reservation_id` text NOT NULL,
	`side` text NOT NULL,
	`is_public` integer NOT NULL,
	`is_named` integer NOT NULL,
	`user_id` text NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`reservation_id`, `side`),
	FOREIGN KEY (`reservation_id`) REFERENCES `reservations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `story_consents_public` ON `story_consents` (`is_public`,"reservation_id");--> statement-breakpoint
ALTER TABLE `handover_checks` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `handover_checks` ADD `items` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `handover_checks` ADD `method` text DEFAULT 'counted' NOT NULL;--> statement-breakpoint
ALTER TABLE `handover_checks` ADD `weighed_g` integer;--> statement-breakpoint
ALTER TABLE `handover_checks` ADD `slip_number` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `handover_checks` ADD `slip_file_id` text;--> statement-breakpoint
ALTER TABLE `handover_confirmations` ADD `drawing` text;--> statement-breakpoint
ALTER TABLE `handover_confirmations` ADD `on_side` text;--> statement-breakpoint
ALTER TABLE `handover_confirmations` ADD `sorting` text;--> statement-breakpoint
ALTER TABLE `handovers` ADD `sorted_on` text;--> statement-breakpoint
ALTER TABLE `handovers` ADD `sorting_evidence` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE TRIGGER handover_papers_no_update BEFORE UPDATE ON handover_papers
BEGIN
  SELECT RAISE(ABORT, 'the documents of a handover do not change');
END;
--> statement-breakpoint
CREATE TRIGGER handover_papers_no_delete BEFORE DELETE ON handover_papers
BEGIN
  SELECT RAISE(ABORT, 'the documents of a handover do not change');
END;
--> statement-breakpoint
CREATE TRIGGER handover_paper_files_no_update BEFORE UPDATE ON handover_paper_files
BEGIN
  SELECT RAISE(ABORT, 'the documents of a handover do not change');
END;
--> statement-breakpoint
CREATE TRIGGER handover_paper_files_no_delete BEFORE DELETE ON handover_paper_files
BEGIN
  SELECT RAISE(ABORT, 'the documents of a handover do not change');
END;
