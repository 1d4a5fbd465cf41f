import { parentPort } from 'node:worker_threads'
import type { FormVariant, IssuedForm } from './form.ts'
import { writeForms } from './write-forms.ts'

/** The other side of write-aside.ts. */
parentPort?.on('message', async ({ books, variant }: { books: IssuedForm[][]; variant: FormVariant }) => {
  const written: Uint8Array[] = []
  for (const forms of books) written.push(await writeForms(forms, variant))
  parentPort?.postMessage(written)
})
