ALTER TABLE `handover_files` ADD `file_sha256` text;--> statement-breakpoint
ALTER TABLE `photos` ADD `files_sha256` text;