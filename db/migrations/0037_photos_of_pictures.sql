ALTER TABLE `photos` ADD `handover_file_id` text REFERENCES handover_files(id) ON DELETE SET NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `photos_handover_file` ON `photos` (`handover_file_id`);