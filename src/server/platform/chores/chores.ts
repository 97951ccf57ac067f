export type Chore = { name: string; everySeconds: number; run(): Promise<void> }
type Failed = (chore: string, error: unknown) => void

/**
 * Does each chore at once and then at its own pace, until the given function is called. One that fails, or takes its
 * time, holds up no other; one that is at it is not begun again.
 */
export function startChores(chores: Chore[], failed: Failed, secondMs = 1000): () => void {
  const busy = new Set<string>()
  let second = 0
  const begin = async ({ name, run }: Chore): Promise<void> => {
    busy.add(name)
    try {
      await run()
    } catch (error) {
      failed(name, error)
    } finally {
      busy.delete(name)
    }
  }
  const timer = setInterval(() => {
    for (const chore of chores)
      if (second % chore.everySeconds === 0 && !busy.has(chore.name)) void begin(chore)
    second += 1
  }, secondMs)
  timer.unref()
  return () => clearInterval(timer)
}
