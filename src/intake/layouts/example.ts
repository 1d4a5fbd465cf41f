import type { ReformRecord } from '../../reform/record.ts'
import { countCharacters } from '../../vocabulary/folding.ts'
import { account } from '../account.ts'
import { readCover } from '../cover.ts'
import { Draft } from '../draft.ts'
import { readText } from '../read/text.ts'
import { segment } from '../segment.ts'
import type { Layout } from './layout.ts'

/** What one layout alone makes of a text, for its tests: «|» stands for a tab, so that a table can be seen. */
export function readAs(
  layout: Layout,
  lines: readonly string[],
): { record: ReformRecord; draft: Draft; stretches: number; unread: string[] } {
  const content = lines.map((line) => line.replaceAll('|', '\t')).join('\n')
  const pages = readText(content)
  const rows = pages.flatMap((page) => page.rows)
  const draft = new Draft()
  readCover(rows, draft)
  const stretches = segment(rows, [layout])
  for (const stretch of stretches) layout.read(stretch, draft)
  const { accounting, unread } = account(pages, draft)
  if (accounting.characters !== countCharacters(content)) throw new Error('the account does not add up')
  return { record: draft.record, draft, stretches: stretches.length, unread: unread.map((u) => u.text) }
}
