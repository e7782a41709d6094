import { paths } from '~/core/paths'
import type { DemoRole } from '~/features/identity/model/demo-accounts'

/** A page that is measured: its address, or the list whose first link of a shape leads to it, and who opens it. */
export type MeasuredPage = {
  who: DemoRole | 'visitor'
  at: string
  firstLink?: RegExp
}

/** The pages of the budgets, by the name that `--only` takes. */
export const MEASURED: Readonly<Record<string, MeasuredPage>> = {
  home: { who: 'visitor', at: paths.home() },
  search: { who: 'visitor', at: paths.lots() },
  lot: { who: 'visitor', at: paths.lots(), firstLink: /href="(\/lots\/[0-9a-f-]{36})"/ },
  post: { who: 'giver', at: paths.newLot() },
  field: { who: 'giver', at: paths.field() },
  commune: { who: 'visitor', at: paths.commune('93048') },
}
