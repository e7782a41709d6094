CREATE TABLE `directory_places` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`commune_code` text NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`lat` real,
	`lon` real,
	`materials` text NOT NULL,
	`services` text NOT NULL,
	`hours` text DEFAULT '' NOT NULL,
	`conditions` text DEFAULT '' NOT NULL,
	`website` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`siret` text,
	`state` text NOT NULL,
	`checked_on` text,
	`checked_by_user_id` text,
	`reason` text DEFAULT '' NOT NULL,
	`proposed_by_organisation_id` text NOT NULL,
	`proposed_by_user_id` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checked_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "directory_places_position" CHECK(("directory_places"."lat" is null) = ("directory_places"."lon" is null)),
	CONSTRAINT "directory_places_checked" CHECK("directory_places"."state" <> 'published' or "directory_places"."checked_on" is not null)
);
--> statement-breakpoint
CREATE INDEX `directory_places_state` ON `directory_places` (`state`,`name`);--> statement-breakpoint
CREATE INDEX `directory_places_proposer` ON `directory_places` (`proposed_by_organisation_id`);