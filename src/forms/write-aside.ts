import { Worker } from 'node:worker_threads'
import type { FormVariant, IssuedForm } from './form.ts'
import { writeForms } from './write-forms.ts'

/** In the sources the worker is a .ts beside this file; in the bundle it is an .mjs beside the bundle. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './forms-worker.ts' : './forms-worker.mjs', import.meta.url)
/** so many are written sooner than a worker would have started */
const FEW = 12

/** 様式をまとめて作る — a workbook for each group; many of them in a thread of their own, so that other requests go on (S-24). */
export async function writeAside(books: readonly (readonly IssuedForm[])[], variant: FormVariant): Promise<Uint8Array[]> {
  const count = books.reduce((all, forms) => all + forms.length, 0)
  if (count > FEW) return inWorker(books, variant)
  const written: Uint8Array[] = []
  for (const forms of books) written.push(await writeForms(forms, variant))
  return written
}

function inWorker(books: readonly (readonly IssuedForm[])[], variant: FormVariant): Promise<Uint8Array[]> {
  const worker = new Worker(WORKER, { execArgv: [] })
  return new Promise<Uint8Array[]>((resolve, reject) => {
    worker.once('message', resolve).once('error', reject)
    worker.once('exit', () => reject(new Error('様式を作る途中で止まりました')))
    worker.postMessage({ books, variant })
  }).finally(() => worker.terminate())
}
