import { type NotAnOutlook, type OutlookDraft, readOutlook } from '../intake/outlook/read-outlook.ts'
import { readDocument } from '../intake/read/read-document.ts'
import type { Unreadable } from '../reform/unreadable.ts'
import type { Result } from '../vocabulary/result.ts'

export type { NotAnOutlook, OutlookDraft } from '../intake/outlook/read-outlook.ts'

/** 見通しの文書を読む — opens no database and writes nothing: what was read is shown before it is kept. */
export async function readOutlookFile(file: { name: string; bytes: Uint8Array }): Promise<Result<OutlookDraft, Unreadable | NotAnOutlook>> {
  const read = await readDocument(file)
  return read.ok ? readOutlook(read.value) : read
}

/** 貼り付けた表を読む — as a file of tab-separated text; it comes from no document. */
export async function readPastedOutlook(text: string): Promise<Result<OutlookDraft, Unreadable | NotAnOutlook>> {
  const read = await readOutlookFile({ name: '貼り付けた表.tsv', bytes: new TextEncoder().encode(text) })
  if (!read.ok) return read
  const { typed } = read.value
  const lines = typed.lines.map((line) => ({ ...line, places: line.places.map(() => '') }))
  return {
    ok: true,
    value: { ...read.value, typed: { ...typed, document: null, title: typed.title === '貼り付けた表' ? '' : typed.title, lines } },
  }
}
