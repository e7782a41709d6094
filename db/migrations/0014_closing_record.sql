CREATE TABLE `closing_gaps` (
	`id` text PRIMARY KEY NOT NULL,
	`site_id` text NOT NULL,
	`inventory_line_id` text,
	`inventory_waste_id` text,
	`gap_g` integer NOT NULL,
	`reason` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`user_id` text NOT NULL,
	`at_ms` integer NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inventory_line_id`) REFERENCES `inventory_lines`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`inventory_waste_id`) REFERENCES `inventory_wastes`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "closing_gaps_target" CHECK(("closing_gaps"."inventory_line_id" is null) <> ("closing_gaps"."inventory_waste_id" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `closing_gaps_inventory_line_id_unique` ON `closing_gaps` (`inventory_line_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `closing_gaps_inventory_waste_id_unique` ON `closing_gaps` (`inventory_waste_id`);--> statement-breakpoint
CREATE INDEX `closing_gaps_site` ON `closing_gaps` (`site_id`);--> statement-breakpoint
ALTER TABLE `closing_entries` ADD `waste_code` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `closing_records` ADD `client` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `closing_records` ADD `comment` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `closing_records` ADD `state` text DEFAULT 'draft' NOT NULL;--> statement-breakpoint
ALTER TABLE `closing_records` ADD `revision` integer DEFAULT 0 NOT NULL;