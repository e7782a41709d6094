ALTER TABLE `programme_materials` ADD `storage_key` text;--> statement-breakpoint
ALTER TABLE `programme_materials` ADD `file_name` text;--> statement-breakpoint
ALTER TABLE `programme_materials` ADD `mime_type` text;--> statement-breakpoint
ALTER TABLE `programme_materials` ADD `size_bytes` integer;--> statement-breakpoint
ALTER TABLE `programme_materials` ADD `sha256` text;--> statement-breakpoint
ALTER TABLE `reinstallations` ADD `hidden_at_ms` integer;