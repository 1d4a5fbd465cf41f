import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A second process that runs the program text given, with `openStore` and the like as imports from src. */
export function startProcess(program: string, env: Record<string, string> = {}) {
  const cwd = fileURLToPath(new URL('..', import.meta.url))
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const waiting = new Set<{ pattern: RegExp; heard: () => void }>()
  child.stdout.on('data', (text) => {
    said += text
    for (const one of waiting)
      if (one.pattern.test(said)) {
        waiting.delete(one)
        one.heard()
      }
  })
  let complaints = ''
  child.stderr.on('data', (text) => {
    complaints += text
  })
  const ended = new Promise<{ said: string; complaints: string; status: number | null }>((done) => {
    child.on('close', (status) => done({ said, complaints, status }))
  })
  return {
    ended,
    said: () => said,
    kill: () => child.kill('SIGKILL'),
    /** waits until standard output has it; a process that ends before fails the wait */
    hears: (pattern: RegExp) =>
      new Promise<void>((heard, failed) => {
        if (pattern.test(said)) return heard()
        waiting.add({ pattern, heard })
        void ended.then(() => failed(new Error(`終了しました: ${said}\n${complaints}`)))
      }),
  }
}
