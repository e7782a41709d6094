CREATE TABLE `rate_limits` (
	`key` text PRIMARY KEY NOT NULL,
	`used` integer NOT NULL,
	`until_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `rate_limits_until` ON `rate_limits` (`until_ms`);--> statement-breakpoint
CREATE TABLE `external_identities` (
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`user_id` text NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`created_at_ms` integer NOT NULL,
	`last_used_at_ms` integer NOT NULL,
	PRIMARY KEY(`issuer`, `subject`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `external_identities_user` ON `external_identities` (`user_id`);--> statement-breakpoint
CREATE TABLE `membership_requests` (
	`user_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`asked_at_ms` integer NOT NULL,
	`decision` text,
	`decided_at_ms` integer,
	`decided_by_user_id` text,
	PRIMARY KEY(`user_id`, `organisation_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `membership_requests_waiting` ON `membership_requests` (`organisation_id`,`decision`);--> statement-breakpoint
CREATE TABLE `openid_attempts` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`expires_at_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `openid_attempts_expiry` ON `openid_attempts` (`expires_at_ms`);--> statement-breakpoint
CREATE TABLE `openid_sessions` (
	`session_id_hash` text PRIMARY KEY NOT NULL,
	`id_token` text NOT NULL,
	FOREIGN KEY (`session_id_hash`) REFERENCES `sessions`(`id_hash`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
DROP INDEX `alert_requests_address`;--> statement-breakpoint
DROP INDEX `alert_requests_sender`;--> statement-breakpoint
ALTER TABLE `alert_requests` DROP COLUMN `address_key`;--> statement-breakpoint
ALTER TABLE `alert_requests` DROP COLUMN `sender_key`;--> statement-breakpoint
DROP INDEX `contact_messages_sender`;--> statement-breakpoint
ALTER TABLE `contact_messages` DROP COLUMN `sender_key`;--> statement-breakpoint
DROP TABLE `api_windows`;