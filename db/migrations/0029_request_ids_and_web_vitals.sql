CREATE TABLE `web_vitals` (
	`day` text NOT NULL,
	`metric` text NOT NULL,
	`page` text NOT NULL,
	`bucket` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`day`, `metric`, `page`, `bucket`)
);
--> statement-breakpoint
ALTER TABLE `jobs` ADD `request_id` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `request_id` text;