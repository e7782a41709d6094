CREATE TABLE `photo_embeddings` (
	`photo_id` text PRIMARY KEY NOT NULL,
	`model_version` text NOT NULL,
	`vector` blob NOT NULL,
	FOREIGN KEY (`photo_id`) REFERENCES `photos`(`id`) ON UPDATE no action ON DELETE no action
);
