import { parentPort } from 'node:worker_threads'
import type { Unreadable } from '../../reform/unreadable.ts'
import type { Result } from '../../vocabulary/result.ts'
import { openPackage } from './xlsx-preflight.ts'
import { type PlainSheet, readSheets } from './xlsx-sheets.ts'

/** The other side of xlsx.ts: a hostile workbook can exhaust this thread's memory or time, and nothing else. */
parentPort?.on('message', async (bytes: Uint8Array) => {
  const parts = openPackage(bytes)
  const sheets: Result<PlainSheet[], Unreadable> = parts.ok ? await readSheets(parts.value) : parts
  parentPort?.postMessage(sheets)
})
