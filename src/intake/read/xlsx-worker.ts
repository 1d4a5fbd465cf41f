import { parentPort } from 'node:worker_threads'
import type { FilledSheet } from './filled-sheet.ts'
import { readFilledCells } from './xlsx-cells.ts'
import { openPackage } from './xlsx-preflight.ts'
import { type PlainSheet, readSheets } from './xlsx-sheets.ts'

/** 求められる形 — pages as a reader of the printed workbook sees them, or every filled cell of every sheet. */
export type WorkerTask = { bytes: Uint8Array; as: 'pages' | 'cells' }
export type WorkerAnswer = { pages: PlainSheet[]; cells: FilledSheet[] }

/** The other side of xlsx.ts: a hostile workbook can exhaust this thread's memory or time, and nothing else. */
parentPort?.on('message', async ({ bytes, as }: WorkerTask) => {
  const parts = openPackage(bytes)
  parentPort?.postMessage(parts.ok ? await (as === 'pages' ? readSheets(parts.value) : readFilledCells(parts.value)) : parts)
})
