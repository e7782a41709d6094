CREATE TABLE `moderation_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`act` text NOT NULL,
	`ground` text NOT NULL,
	`statement` text NOT NULL,
	`former_status` text,
	`decided_by_user_id` text NOT NULL,
	`decided_at_ms` integer NOT NULL,
	`appeal_text` text,
	`appealed_by_user_id` text,
	`appealed_at_ms` integer,
	`appeal_outcome` text,
	`appeal_answer` text,
	`appeal_decided_by_user_id` text,
	`appeal_decided_at_ms` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `moderation_decisions_subject` ON `moderation_decisions` (`subject_kind`,`subject_id`,`decided_at_ms`);--> statement-breakpoint
CREATE INDEX `moderation_decisions_at` ON `moderation_decisions` (`decided_at_ms`);--> statement-breakpoint
CREATE INDEX `moderation_decisions_appeals` ON `moderation_decisions` (`appeal_outcome`,`appealed_at_ms`);--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`photo_id` text,
	`reason` text NOT NULL,
	`text` text NOT NULL,
	`user_id` text,
	`email` text NOT NULL,
	`locale` text NOT NULL,
	`sender_key` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`confirmed_at_ms` integer,
	`decision_id` text
);
--> statement-breakpoint
CREATE INDEX `reports_open` ON `reports` (`decision_id`,`confirmed_at_ms`);--> statement-breakpoint
CREATE INDEX `reports_subject` ON `reports` (`subject_kind`,`subject_id`,`created_at_ms`);--> statement-breakpoint
CREATE INDEX `reports_sender` ON `reports` (`sender_key`,`created_at_ms`);--> statement-breakpoint
CREATE INDEX `reports_email` ON `reports` (`email`,`created_at_ms`);