import type { Change } from '../reform/change.ts'
import { listName } from './wording-draft.ts'
import { fieldText } from './wording-fields.ts'

const MOST = 20
const LONGEST = 60
const short = (text: string | null): string => (text === null ? '（空欄）' : text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

/** 変わるところを行にする — what a document changes in what is stored; what it only adds is counted. */
export function changeLines(changes: readonly Pick<Change, 'kind' | 'list' | 'title' | 'field' | 'before' | 'after'>[]): string[] {
  const changed = changes.filter((change) => change.kind === 'changed' && change.before !== null)
  const lines = changed
    .slice(0, MOST)
    .map(
      ({ list, title, field, before, after }) =>
        `  ${listName(list)}「${short(title)}」の${fieldText(`/${field}`)}：${short(before)} → ${short(after)}`,
    )
  return changed.length > MOST ? [...lines, `  ほか ${changed.length - MOST} 件`] : lines
}
