ALTER TABLE `moderation_decisions` ADD `superseded_at_ms` integer;--> statement-breakpoint
ALTER TABLE `handover_confirmations` ADD `received_at_ms` integer;--> statement-breakpoint
ALTER TABLE `handovers` ADD `done_at_ms` integer;