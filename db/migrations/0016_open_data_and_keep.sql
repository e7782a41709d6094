CREATE TABLE `kept_lots` (
	`user_id` text NOT NULL,
	`lot_id` text NOT NULL,
	`kept_at_ms` integer NOT NULL,
	PRIMARY KEY(`user_id`, `lot_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `kept_lots_lot` ON `kept_lots` (`lot_id`);--> statement-breakpoint
CREATE TABLE `api_windows` (
	`sender_key` text NOT NULL,
	`starts_at_ms` integer NOT NULL,
	`requests` integer NOT NULL,
	PRIMARY KEY(`sender_key`, `starts_at_ms`)
);
--> statement-breakpoint
CREATE INDEX `api_windows_start` ON `api_windows` (`starts_at_ms`);