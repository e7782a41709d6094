CREATE TABLE `classifier_use` (
	`month` text NOT NULL,
	`purpose` text NOT NULL,
	`photos` integer NOT NULL,
	`cpu_ms` integer NOT NULL,
	PRIMARY KEY(`month`, `purpose`)
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at_ms` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `organisations` ADD `analyses_photos` integer DEFAULT true NOT NULL;