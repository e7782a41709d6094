import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * How fast pages were for the browsers that told: counts a day, a page's pattern and a class of values. Nothing says who
 * or which record.
 */
export const webVitals = sqliteTable(
  'web_vitals',
  {
    day: text('day').notNull(),
    metric: text('metric').$type<'LCP' | 'INP' | 'CLS' | 'FCP' | 'TTFB'>().notNull(),
    /** The pattern of the route, as in `app/routes.ts`. */
    page: text('page').notNull(),
    /** Place of the class in the metric's bounds (`health/model/vitals.ts`). */
    bucket: integer('bucket').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.metric, table.page, table.bucket] })],
)
