ALTER TABLE `jobs` ADD `urgency` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `jobs` ADD `fair_key` text;--> statement-breakpoint
ALTER TABLE `jobs` ADD `round` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `jobs_turn` ON `jobs` (`status`,`kind`,`urgency`,`round`,`run_at_ms`);--> statement-breakpoint
CREATE INDEX `jobs_round_of_key` ON `jobs` (`status`,`kind`,`urgency`,`fair_key`,`round`);