CREATE TABLE `contact_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`topic` text NOT NULL,
	`text` text NOT NULL,
	`path` text DEFAULT '' NOT NULL,
	`user_id` text,
	`created_at_ms` integer NOT NULL,
	`handled_at_ms` integer,
	`handled_by_user_id` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handled_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contact_messages_open` ON `contact_messages` (`handled_at_ms`,`created_at_ms`);--> statement-breakpoint
CREATE TABLE `account_tokens` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`user_id` text,
	`email` text NOT NULL,
	`organisation_id` text,
	`role` text,
	`created_by_user_id` text,
	`created_at_ms` integer NOT NULL,
	`expires_at_ms` integer NOT NULL,
	`used_at_ms` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `account_tokens_user` ON `account_tokens` (`user_id`,`kind`);--> statement-breakpoint
CREATE INDEX `account_tokens_organisation` ON `account_tokens` (`organisation_id`,`kind`);--> statement-breakpoint
CREATE INDEX `account_tokens_expiry` ON `account_tokens` (`expires_at_ms`);--> statement-breakpoint
CREATE TABLE `notification_preferences` (
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`email` text NOT NULL,
	PRIMARY KEY(`user_id`, `kind`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `lot_attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`lot_id` text,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`storage_key` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lot_attachments_lot` ON `lot_attachments` (`lot_id`);--> statement-breakpoint
CREATE TABLE `lot_attributes` (
	`lot_id` text NOT NULL,
	`key` text NOT NULL,
	`number_milli` integer,
	`word` text,
	PRIMARY KEY(`lot_id`, `key`),
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lot_attributes_number` ON `lot_attributes` (`key`,`number_milli`);--> statement-breakpoint
CREATE INDEX `lot_attributes_word` ON `lot_attributes` (`key`,`word`);--> statement-breakpoint
CREATE TABLE `lot_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`author_user_id` text NOT NULL,
	`answers` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lot_drafts_organisation` ON `lot_drafts` (`organisation_id`,`updated_at_ms`);--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`params` text NOT NULL,
	`path` text NOT NULL,
	`dedupe_key` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`read_at_ms` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_dedupe` ON `notifications` (`user_id`,`dedupe_key`);--> statement-breakpoint
CREATE INDEX `notifications_user` ON `notifications` (`user_id`,`created_at_ms`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `organisation_id` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `device` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `phone` text;--> statement-breakpoint
ALTER TABLE `users` ADD `email_verified_at_ms` integer;--> statement-breakpoint
ALTER TABLE `users` ADD `suspended_at_ms` integer;--> statement-breakpoint
ALTER TABLE `lots` ADD `attributes` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `lots` ADD `hazards` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `lots` ADD `packaging` text;--> statement-breakpoint
ALTER TABLE `lots` ADD `volume_l` integer;--> statement-breakpoint
ALTER TABLE `lots` ADD `vehicle` text;--> statement-breakpoint
ALTER TABLE `lots` ADD `access` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `lots` ADD `removal` text;--> statement-breakpoint
ALTER TABLE `lots` ADD `provenance` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `lots` ADD `quantity_verified` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `lots` ADD `storage_until` text;--> statement-breakpoint
ALTER TABLE `lots` ADD `ceding_right` text DEFAULT 'owner' NOT NULL;--> statement-breakpoint
ALTER TABLE `lots` ADD `public_from` text DEFAULT '0000-00-00' NOT NULL;--> statement-breakpoint
ALTER TABLE `lots` ADD `territory` text;--> statement-breakpoint
ALTER TABLE `lots` ADD `territory_code` text;--> statement-breakpoint
ALTER TABLE `lots` ADD `territory_from` text;--> statement-breakpoint
ALTER TABLE `lots` ADD `updated_at_ms` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `needs` ADD `description` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `needs` ADD `attributes` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `needs` ADD `updated_at_ms` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `memberships` ADD `created_at_ms` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `suspended_at_ms` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_siret_unique` ON `organisations` (`siret`);--> statement-breakpoint
ALTER TABLE `photos` ADD `has_avif` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `reservations` ADD `pickup_on` text;--> statement-breakpoint
ALTER TABLE `reservations` ADD `pickup_part` text;--> statement-breakpoint
ALTER TABLE `reservations` ADD `pickup_proposed_by` text;--> statement-breakpoint
ALTER TABLE `reservations` ADD `pickup_agreed_at_ms` integer;--> statement-breakpoint
ALTER TABLE `sites` ADD `access` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sites` ADD `contact_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sites` ADD `contact_phone` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE users SET email_verified_at_ms = created_at_ms;
