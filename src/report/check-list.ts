import type { Initiative, Verdict } from '../reform/record.ts'
import type { EditionIndex } from './edition-index.ts'
import { dateText, yearText } from './figures.ts'
import type { SourceRef } from './source-pages.ts'
import { checkKindName } from './wording-checks.ts'

export type CheckTold = {
  anchor: string
  kind: string
  verdict: Verdict
  stated: string | null
  computed: string | null
  message: string
  sources: SourceRef[]
}
export type CheckList = Record<Verdict, CheckTold[]>

const DAY = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g
const YEAR = /(?<!\d)((?:19|20)\d{2})年度/g

/** 和暦と西暦 — what a check says of days and years; what it quotes from the document stays as it is printed there. */
export function withEras(text: string): string {
  const own = (said: string) => said.replace(DAY, (day) => dateText(day)).replace(YEAR, (_, year: string) => yearText(Number(year)))
  return text
    .split(/(「[^」]*」)/)
    .map((part) => (part.startsWith('「') && !/^「\d{4}年度の合計/.test(part) ? part : own(part)))
    .join('')
}

/** 検算の一覧 — every check with its place, in the order of the edition. */
export function checksTold(index: EditionIndex): CheckTold[] {
  return index.edition.checks.map((check, i) => ({
    anchor: `check-${i + 1}`,
    kind: checkKindName(check.kind),
    verdict: check.verdict,
    stated: check.stated,
    computed: check.computed === null ? null : withEras(check.computed),
    message: withEras(check.message),
    sources: check.at.flatMap(index.finder.at),
  }))
}

export function checkList(index: EditionIndex): CheckList {
  const all = checksTold(index)
  const of = (verdict: Verdict) => all.filter((c) => c.verdict === verdict)
  return { fails: of('fails'), 'cannot-tell': of('cannot-tell'), holds: of('holds'), remark: of('remark') }
}

/** 取組にかかわる検算 — those that rest on a place this initiative or one of its indicators was read from. */
export function checksOfInitiative(initiative: Initiative, index: EditionIndex): CheckTold[] {
  const nouns = [initiative, ...index.indicatorsOf(initiative)]
  const spots = new Set(nouns.flatMap((noun) => index.finder.under(index.pointer(noun)).map(({ source }) => spotKey(source))))
  return checksTold(index).filter((check) => check.sources.some((s) => s.anchor !== '' && spots.has(spotKey(s))))
}

// A page of the source without a line in it is no place: it would tie every check to every initiative.
const spotKey = (source: SourceRef): string => (source.anchor === '' ? 'nowhere' : `${source.document} ${source.anchor}`)
