CREATE TABLE `rate_limits` (
	`key` text PRIMARY KEY NOT NULL,
	`used` integer NOT NULL,
	`until_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `rate_limits_until` ON `rate_limits` (`until_ms`);--> statement-breakpoint
DROP INDEX `alert_requests_address`;--> statement-breakpoint
DROP INDEX `alert_requests_sender`;--> statement-breakpoint
ALTER TABLE `alert_requests` DROP COLUMN `address_key`;--> statement-breakpoint
ALTER TABLE `alert_requests` DROP COLUMN `sender_key`;--> statement-breakpoint
DROP INDEX `contact_messages_sender`;--> statement-breakpoint
ALTER TABLE `contact_messages` DROP COLUMN `sender_key`;--> statement-breakpoint
DROP TABLE `api_windows`;