export const SITE_KINDS = ['strip-out', 'renovation', 'demolition', 'construction'] as const
export type SiteKind = (typeof SITE_KINDS)[number]

export const INVENTORY_KINDS = ['pemd', 'resources'] as const
export type InventoryKind = (typeof INVENTORY_KINDS)[number]
