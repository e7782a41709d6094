CREATE TABLE `staged_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`import_id` text NOT NULL,
	`material` text NOT NULL,
	`product` text NOT NULL,
	`quantity_milli` integer NOT NULL,
	`unit` text NOT NULL,
	`mass_g` integer NOT NULL,
	`mass_estimated` integer NOT NULL,
	`reusable_mass_g` integer NOT NULL,
	`position` integer NOT NULL,
	`dimensions` text NOT NULL,
	`assembly` text NOT NULL,
	`condition` integer,
	`location` text NOT NULL,
	`reusability` text NOT NULL,
	`precautions` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "staged_lines_masses" CHECK("staged_lines"."mass_g" >= 0 and "staged_lines"."reusable_mass_g" >= 0 and "staged_lines"."reusable_mass_g" <= "staged_lines"."mass_g")
);
--> statement-breakpoint
CREATE INDEX `staged_lines_import` ON `staged_lines` (`import_id`);--> statement-breakpoint
CREATE TABLE `staged_wastes` (
	`id` text PRIMARY KEY NOT NULL,
	`import_id` text NOT NULL,
	`family` text NOT NULL,
	`waste_code` text NOT NULL,
	`label` text NOT NULL,
	`mass_g` integer NOT NULL,
	`outlet` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `staged_wastes_import` ON `staged_wastes` (`import_id`);--> statement-breakpoint
ALTER TABLE `imports` ADD `storage_key` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `sheet` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `sheets` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `head_row` integer;--> statement-breakpoint
ALTER TABLE `imports` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `materials` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `choices` text;--> statement-breakpoint
CREATE INDEX `closing_entries_line` ON `closing_entries` (`inventory_line_id`);--> statement-breakpoint
CREATE INDEX `closing_entries_waste` ON `closing_entries` (`inventory_waste_id`);--> statement-breakpoint
CREATE INDEX `inventory_wastes_import` ON `inventory_wastes` (`import_id`);