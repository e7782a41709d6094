ALTER TABLE `needs` ADD `search_text` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `needs` SET `search_text` = lower(`title` || ' ' || `description` || ' ' || (SELECT `name` FROM `communes` WHERE `communes`.`code` = `needs`.`commune_code`));--> statement-breakpoint
UPDATE `needs` SET `search_text` = replace(replace(replace(replace(replace(replace(replace(replace(`search_text`, 'é', 'e'), 'è', 'e'), 'ê', 'e'), 'ë', 'e'), 'É', 'e'), 'È', 'e'), 'Ê', 'e'), 'Ë', 'e');--> statement-breakpoint
UPDATE `needs` SET `search_text` = replace(replace(replace(replace(replace(replace(replace(replace(`search_text`, 'à', 'a'), 'â', 'a'), 'ä', 'a'), 'À', 'a'), 'Â', 'a'), 'Ä', 'a'), 'î', 'i'), 'ï', 'i');--> statement-breakpoint
UPDATE `needs` SET `search_text` = replace(replace(replace(replace(replace(replace(replace(replace(`search_text`, 'Î', 'i'), 'Ï', 'i'), 'ô', 'o'), 'ö', 'o'), 'Ô', 'o'), 'Ö', 'o'), 'ù', 'u'), 'û', 'u');--> statement-breakpoint
UPDATE `needs` SET `search_text` = replace(replace(replace(replace(replace(replace(replace(replace(`search_text`, 'ü', 'u'), 'Ù', 'u'), 'Û', 'u'), 'Ü', 'u'), 'ç', 'c'), 'Ç', 'c'), 'ÿ', 'y'), 'Ÿ', 'y');--> statement-breakpoint
UPDATE `needs` SET `search_text` = replace(replace(replace(replace(`search_text`, 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae');
