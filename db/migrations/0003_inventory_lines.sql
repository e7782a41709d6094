ALTER TABLE `lots` ADD `inventory_line_id` text REFERENCES inventory_lines(id);--> statement-breakpoint
CREATE INDEX `lots_inventory_line` ON `lots` (`inventory_line_id`);--> statement-breakpoint
ALTER TABLE `inventories` ADD `surveyor` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `inventory_lines` ADD `mass_estimated` integer DEFAULT false NOT NULL;