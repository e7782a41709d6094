import { inFillingOrder, type CopiedTable } from '../rows/copied-tables'
import type { CopySource, CopyTarget } from './copy-side'
import { contentOf, isSameContent, type TableContent } from '../rows/row-digest'

export type CopiedContent = TableContent & { table: string; isKept: boolean }
export type DatabaseCopy = {
  /** What each table held on both sides at the end, in the order in which they were filled. */
  tables: readonly CopiedContent[]
  /** Whether the source was written while it was copied: what was written last is not in the copy. */
  isStale: boolean
}

/**
 * Copies every table of a database into another one, group by group, each held against the rows and the SHA-256 of its
 * source. A run that broke off is gone on with: what the target holds already is kept as long as it is the same, and
 * from the first table that is not, everything is filled anew. The target is finished, so that a server may start on it,
 * only when all of it was the same and nobody wrote to the source meanwhile.
 * @throws Error when a table is not what was read, or the copy does not hold together
 */
export async function copyDatabase(
  { source, target }: { source: CopySource; target: CopyTarget },
  tables: readonly CopiedTable[],
  tell: (content: CopiedContent) => void,
): Promise<DatabaseCopy> {
  const groups = inFillingOrder(tables)
  const copied: CopiedContent[] = []
  let isKeeping = true
  for (const [at, group] of groups.entries()) {
    const expected = await contentsOf(group, source)
    if (isKeeping && !areSame(expected, await contentsOf(group, target))) {
      isKeeping = false
      // What comes later may point at rows that go now.
      await target.empty(groups.slice(at).flat().reverse())
    }
    if (!isKeeping) {
      await target.fill(group, (table) => source.read(table))
      if (!areSame(expected, await contentsOf(group, target)))
        throw new Error(
          `${group.map(({ name }) => name).join(', ')}: ${target.name} does not hold what was read`,
        )
    }
    for (const [place, content] of expected.entries()) {
      const told = { table: group[place]!.name, ...content, isKept: isKeeping }
      copied.push(told)
      tell(told)
    }
  }
  const isStale = await source.wasWritten()
  if (!isStale) await target.finish(await source.numbers())
  return { tables: copied, isStale }
}

async function contentsOf(
  group: readonly CopiedTable[],
  side: Pick<CopySource, 'read'>,
): Promise<TableContent[]> {
  const contents: TableContent[] = []
  for (const table of group) contents.push(await contentOf(side.read(table)))
  return contents
}

function areSame(expected: readonly TableContent[], found: readonly TableContent[]): boolean {
  return expected.every((content, at) => isSameContent(content, found[at]!))
}
