CREATE TABLE `photo_blurs` (
	`id` text PRIMARY KEY NOT NULL,
	`photo_id` text NOT NULL,
	`zones` text NOT NULL,
	`is_by_team` integer NOT NULL,
	`user_id` text NOT NULL,
	`at_ms` integer NOT NULL,
	FOREIGN KEY (`photo_id`) REFERENCES `photos`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `photo_blurs_photo` ON `photo_blurs` (`photo_id`,`at_ms`);--> statement-breakpoint
CREATE TABLE `photo_sightings` (
	`photo_id` text PRIMARY KEY NOT NULL,
	`detector_version` text NOT NULL,
	`sightings` text NOT NULL,
	`took_ms` integer NOT NULL,
	`looked_at_ms` integer NOT NULL,
	`dismissed_by_user_id` text,
	`dismissed_at_ms` integer,
	FOREIGN KEY (`photo_id`) REFERENCES `photos`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `photo_sightings_version` ON `photo_sightings` (`detector_version`,`photo_id`);