import { parseArgs } from 'node:util'

const OPTIONS = {
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  out: { type: 'string' },
  places: { type: 'boolean' },
  municipality: { type: 'string' },
  head: { type: 'string' },
  plan: { type: 'string' },
  empty: { type: 'boolean' },
  dev: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** 命令の引数 — throws on an option that does not exist. */
export const readArguments = (argv: string[]) => parseArgs({ args: argv, options: OPTIONS, allowPositionals: true })

export type Arguments = ReturnType<typeof readArguments>
