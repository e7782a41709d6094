DROP INDEX `reports_sender`;--> statement-breakpoint
DROP INDEX `reports_email`;--> statement-breakpoint
ALTER TABLE `reports` DROP COLUMN `sender_key`;