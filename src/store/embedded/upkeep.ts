import type { PGlite } from '@electric-sql/pglite'

const MINUTES = 60_000

/**
 * 手入れ — the embedded database runs neither checkpoints nor autovacuum: its log and its tables would only ever grow.
 * A checkpoint every five minutes in which something was written, a vacuum once a day and after every import.
 */
export function upkeepOf(cluster: PGlite) {
  let written = ''
  const checkpoint = async (): Promise<void> => {
    const { rows } = await cluster.query<{ place: string }>('select pg_current_wal_lsn()::text as place')
    const place = rows[0]?.place ?? ''
    if (place === written) return
    await cluster.exec('checkpoint')
    written = place
  }
  const vacuum = async (): Promise<void> => {
    await cluster.exec('vacuum analyze')
    await cluster.exec('checkpoint')
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
