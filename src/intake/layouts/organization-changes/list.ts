import type { Change } from './sentences.ts'
import { isUnit } from './units.ts'

const KINDS: Record<string, Change['kind']> = {
  新設: '新設',
  設置: '新設',
  廃止: '廃止',
  統合: '統合',
  改称: '改称',
  名称変更: '改称',
  名称の変更: '改称',
  名称を変更: '改称',
  移管: '移管',
  再編: '再編',
  分割: '分割',
}
const LISTED =
  /^[・○●■◆◇※\-\s　]*[【〔［(（]?(?:[部課室局係]の?・?)*(新設|設置|廃止|統合|改称|名称変更|名称の変更|移管|再編|分割)(?:する[部課室係])?[】〕］)）]?[\s　:：]*(.+)$/
const GROUP =
  /^[（(]?[0-9０-９①-⑳]*[）).．、]?[【■◆●○]?(新設|設置|廃止|統合|改称|名称変更|名称の変更|名称を変更|移管|再編|分割)(?:する|した|される|となる)?(?:組織|部署|部局|部|課|室|係|課等|所属|部課)*[】]?$/
const ARROW = /\s*(?:→|⇒|➡|➔|から)\s*/

/** 箇条の組織改正 — «課の新設　政策統計課、○○課», «【名称変更】企画課 → 企画政策課», «企画課→企画政策課（名称変更）». */
export function listedChanges(text: string): Change[] {
  const front = LISTED.exec(text)
  const back = /^[・○●\-\s　]*(.+?)[\s　]*[（(](新設|廃止|統合|改称|名称変更|移管|再編|分割)[）)]$/.exec(text)
  const kind = KINDS[front?.[1] ?? back?.[2] ?? '']
  const body = (front?.[2] ?? back?.[1] ?? '').trim()
  if (!kind || body === '' || /。/.test(body)) return []
  const [before, after, ...more] = body.split(ARROW)
  if (more.length > 0) return []
  const from = namesOf(before as string)
  const to = after === undefined ? [] : namesOf(after)
  if (!from || !to) return []
  const make = (of: string[], into: string[]): Change => ({ kind, from: of, to: into, what: null, reason: null, guessed: false })
  if (after !== undefined) return [make(from, to)]
  if (kind === '新設') return from.map((unit) => make([], [unit]))
  return kind === '廃止' ? from.map((unit) => make([unit], [])) : []
}

/** «新設する組織», «名称を変更する課»: the kind of what is listed below; null for another line. */
export function kindOfList(text: string): Change['kind'] | null {
  const found = GROUP.exec(text.replace(/[\s　]/g, ''))
  return found ? (KINDS[found[1] as string] ?? null) : null
}

/** A line below such a heading: «企画課 → 企画政策課», «危機管理課（総務部）». */
export function changesListedAs(kind: Change['kind'], text: string): Change[] {
  const bare = text.replace(/^[・○●■◆◇※\-\s　]+/, '').replace(/[（(][^（）()]*[）)]/g, '')
  return listedChanges(`${NAME_OF[kind]}：${bare}`)
}

const NAME_OF: Record<Change['kind'], string> = {
  新設: '新設',
  廃止: '廃止',
  統合: '統合',
  改称: '改称',
  移管: '移管',
  再編: '再編',
  分割: '分割',
}

/** Unit names side by side; null where one of them is no unit. */
function namesOf(text: string): string[] | null {
  const names = text
    .split(/[、，,／/]|及び|並びに|(?<=[課室局部係])・/)
    .map((name) => name.replace(/[「」\s　]/g, ''))
    .filter((name) => name !== '')
  return names.length > 0 && names.every(isUnit) ? names : null
}
