const AT_ONCE = 8

/** Works through a list, several at a time: a store elsewhere takes its time for each. */
export async function severalAtOnce<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const rest = list.values()
  const lane = async () => {
    for (const one of rest) await work(one)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
}
