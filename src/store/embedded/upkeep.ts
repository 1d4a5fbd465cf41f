import type { PGlite } from '@electric-sql/pglite'

const MINUTES = 60_000

/**
 * 手入れ — the embedded database runs neither checkpoints nor autovacuum: its log and its tables would only ever grow.
 * A checkpoint every five minutes in which something was written, a vacuum once a day and after every import.
 */
export function upkeepOf(cluster: PGlite) {
  const logEnd = async (): Promise<string> => {
    const { rows } = await cluster.query<{ place: string }>('select pg_current_wal_lsn()::text as place')
    return rows[0]?.place ?? ''
  }
  let seen = ''
  const checkpoint = async (): Promise<void> => {
    if ((await logEnd()) === seen) return
    await cluster.exec('checkpoint')
    seen = await logEnd() // the checkpoint itself is written to the log, too
  }
  const vacuum = async (): Promise<void> => {
    await cluster.exec('vacuum analyze')
    await checkpoint()
  }
  const complain = (problem: unknown): void => console.error(`データベースの手入れに失敗しました: ${String(problem)}`)
  const timers = [
    setInterval(() => checkpoint().catch(complain), 5 * MINUTES),
    setInterval(() => vacuum().catch(complain), 24 * 60 * MINUTES),
  ]
  for (const timer of timers) timer.unref()

  return {
    checkpoint,
    vacuum,
    stop: async (): Promise<void> => {
      for (const timer of timers) clearInterval(timer)
      await checkpoint()
    },
  }
}
