import { Worker } from 'node:worker_threads'
import type { Unreadable } from '../../reform/unreadable.ts'
import { no, ok, type Result } from '../../vocabulary/result.ts'
import { pageOf } from './cells.ts'
import type { FilledSheet } from './filled-sheet.ts'
import type { Page } from './page.ts'
import type { PlainSheet } from './xlsx-sheets.ts'
import type { WorkerAnswer, WorkerTask } from './xlsx-worker.ts'

const SECONDS = 8
const HEAP_MB = 256
/** An idle worker is kept for the next of twelve forms, not for the life of a server: it holds some 80 MB. */
const IDLE_SECONDS = 5

/** In the sources the worker is a .ts beside this file; in the bundle it is an .mjs beside the bundle. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './xlsx-worker.ts' : './xlsx-worker.mjs', import.meta.url)

type Answer<As extends WorkerTask['as']> = Result<WorkerAnswer[As], Unreadable>

let warm: Worker | null = null
let retirement: NodeJS.Timeout | undefined
let queue: Promise<unknown> = Promise.resolve()

/** Excel のブック → 頁. One workbook after the other goes through one warm worker; twelve forms start it once. */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<Page[], Unreadable>> {
  const sheets = await inTurn(bytes, 'pages')
  if (!sheets.ok) return sheets
  return ok(sheets.value.map(toPage))
}

/** Every filled cell of every sheet, also of hidden ones, with its formula and its last blank: what a form that comes back is read from. */
export const readFilledSheets = (bytes: Uint8Array): Promise<Result<FilledSheet[], Unreadable>> => inTurn(bytes, 'cells')

function inTurn<As extends WorkerTask['as']>(bytes: Uint8Array, as: As): Promise<Answer<As>> {
  const turn = queue.then(() => askWorker(bytes, as))
  queue = turn.catch(() => undefined)
  return turn
}

/** Text boxes float over the cells; they are read after them, one row each. */
function toPage({ name, rows, boxes }: PlainSheet): Page {
  const ofCells = rows.map(({ number, cells }) => ({
    at: `${name}!${number}`,
    cells: cells.map(([column, raw, columnSpan, rowSpan]) => ({
      raw,
      at: `${name}!${columnName(column)}${number}`,
      column,
      columnSpan,
      rowSpan,
    })),
  }))
  const ofBoxes = boxes.map(({ row, text }, index) => {
    const at = `${name}!${row} 図形${index + 1}`
    return { at, cells: [{ raw: text, at, column: 0 }] }
  })
  return pageOf(name, [...ofCells, ...ofBoxes])
}

function startWorker(): Worker {
  const worker = new Worker(WORKER, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 32 } })
  worker.on('error', () => undefined) // one that dies while it is being dismissed has nobody left to tell
  return worker
}

function askWorker<As extends WorkerTask['as']>(bytes: Uint8Array, as: As): Promise<Answer<As>> {
  clearTimeout(retirement)
  const worker = warm ?? startWorker()
  warm = worker
  worker.ref()
  return new Promise<Answer<As>>((resolve, reject) => {
    const leave = (): void => {
      clearTimeout(timer)
      worker.off('message', answered).off('error', died)
    }
    const dismiss = (answer: Answer<As>): void => {
      leave()
      warm = null
      void worker.terminate().then(() => resolve(answer))
    }
    const answered = (sheets: Answer<As>): void => {
      leave()
      worker.unref() // an idle worker keeps no process alive
      retirement = setTimeout(retire, IDLE_SECONDS * 1_000).unref()
      resolve(sheets)
    }
    const died = (error: NodeJS.ErrnoException): void => {
      leave()
      warm = null
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(no({ kind: 'too-many-cells' }))
      else reject(error)
    }
    const timer = setTimeout(() => dismiss(no({ kind: 'too-slow', seconds: SECONDS })), SECONDS * 1_000)
    worker.once('message', answered).once('error', died)
    worker.postMessage({ bytes, as } satisfies WorkerTask)
  })
}

function retire(): void {
  void warm?.terminate()
  warm = null
}

/** 0 → A, 26 → AA */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}
