import { isAbsolute, resolve } from 'node:path'
import { oneLine } from '../vocabulary/one-line.ts'

/** Messages go to standard error: standard output belongs to the JSON. Each is one line, whatever a title or a file name says. */
export const say = (...lines: readonly string[]): void => {
  for (const line of lines) process.stderr.write(`${oneLine(line)}\n`)
}

/** 進み具合 — a bar on a terminal, nothing when piped. */
export function progress(what: string, total: number): { step: (name: string) => void; end: () => void } {
  let done = 0
  const draw = (name: string): void => {
    if (!process.stderr.isTTY) return
    const filled = Math.round((done / Math.max(1, total)) * 20)
    process.stderr.write(`\r\x1b[K${what} [${'#'.repeat(filled)}${'-'.repeat(20 - filled)}] ${done}/${total} ${oneLine(name)}`)
  }
  return {
    step: (name) => {
      draw(name)
      done += 1
    },
    end: () => {
      draw('')
      if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
    },
  }
}

/** A path as the person typed it: npm runs scripts in the project's folder and says in INIT_CWD where the person was. */
export const typedPath = (path: string): string => (isAbsolute(path) ? path : resolve(process.env.INIT_CWD ?? process.cwd(), path))

/** What the operating system, the network or PostgreSQL calls a fault; null is a bug of ours. */
export function faultCode(problem: unknown): string | null {
  const code = problem instanceof Error && 'code' in problem ? problem.code : null
  return typeof code === 'string' ? code : null
}

/** Runs what writes to a place the person named; where it cannot be written it says so and answers false. */
export async function canWrite(place: string, write: () => void | Promise<void>): Promise<boolean> {
  try {
    await write()
    return true
  } catch (problem) {
    const code = faultCode(problem)
    if (code === null) throw problem
    say(`${place}：書き出せません（${code}）。場所が正しいか、書き込めるか、空きがあるかを確かめてください。`)
    return false
  }
}

/** Exit status: 0 done, 1 done with findings, 2 could not. */
export const DONE = 0
export const FINDINGS = 1
export const COULD_NOT = 2
