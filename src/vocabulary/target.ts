import { findDates } from './dated.ts'
import type { Decimal } from './decimal.ts'
import { type FigureToken, figureTokens } from './figure-token.ts'
import { foldInPlace } from './same-length.ts'

/** 目標の一項目 — value null: a qualitative target («適切な運営を目指す») or a product («5館×年1回»). */
export type TargetItem = {
  name: string
  comparator: '>=' | '<=' | '<' | '>' | '=' | null
  value: Decimal | null
  unit: string | null
  per: string | null
  maintain: boolean
  approximate: boolean
  raw: string
  key: string | null
  /** the year or date the item itself names: «2025年度の…» */
  asOf: string | null
  /** 中間目標 — «※2022年度時点の目標値は30,000件/年», or the middle one of «51.2% → 70% → 100%» */
  interim: { fiscalYear: number | null; value: Decimal; unit: string | null; raw: string } | null
  /** what follows the value in brackets or behind ※, as printed */
  note: string | null
}

const BULLET = /^(?:[●▼▽■□◇○◆◎★☆►❖]|[▲△](?!\s?[\d,.])|・(?!・)|[-*]\s)\s*/
const KEY = /^(?:([ivx]{1,4}|[ⅰ-ⅹⅠ-Ⅹ])(?=[\s:.)]|[^\x21-\x7e])[.):]?|([①-⑳])|\((\d{1,2})\)(?!\d))\s*/
/** What may stand behind the value of a target without making a sentence of it. */
const AFTER =
  /^\s?(?:(?:を|の)?(?:維持|達成|確保|目指す|目標)(?:する|とする)?|(?:と|に)する|(?:に|へ|まで)(?:引き?上げ(?:る)?|引き?下げ(?:る)?|向上|拡大|増加|増やす|削減|縮減|減らす|短縮|抑制)(?:する|させる)?|まで|達成|を目指す|を維持する|とする|(?:の)?(?:実施|確保|維持|削減|縮減|増加))?[。.]?$/
const LEADERS = /(?:[\s:→=]|・{2,}|…+|‥+)+$/

/** 目標・現況値の一項目を読む — null for a text without words and figures. */
export function readTarget(text: string): TargetItem | null {
  const raw = text.trim()
  const bare = raw.replace(BULLET, '')
  if (bare === '') return null
  const plainBare = foldInPlace(bare)
  const keyed = KEY.exec(plainBare)
  const key = keyed ? (keyed[1] ?? keyed[2] ?? (keyed[3] ? `(${keyed[3]})` : null)) : null
  const body = bare.slice(keyed?.[0].length ?? 0)
  const { main, note } = splitNote(body)
  const figure = /×/.test(foldInPlace(main)) ? null : figureIn(main)
  const notes = figure?.note ?? note
  if (!figure) return { ...qualitative(tidy(main), raw, key), note }
  const { token } = figure
  return {
    ...qualitative(figure.name, raw, key),
    comparator: token.comparator ?? '=',
    value: token.value,
    unit: token.unit,
    per: token.per ?? figure.per,
    maintain: token.maintain || /維持/.test(figure.after),
    approximate: token.approximate,
    asOf: figure.asOf,
    interim: interimOf(note) ?? figure.interim,
    note: notes,
  }
}

const qualitative = (name: string, raw: string, key: string | null): TargetItem => ({
  name,
  comparator: null,
  value: null,
  unit: null,
  per: null,
  maintain: false,
  approximate: false,
  raw,
  key,
  asOf: null,
  interim: null,
  note: null,
})

/** «100,000件/年 ※2022年度時点の目標値は30,000件/年», «35.7日 (申請件数 15,445件)» → main and note. */
function splitNote(body: string): { main: string; note: string | null } {
  const plain = foldInPlace(body)
  const star = plain.indexOf('※')
  if (star > 0) return { main: body.slice(0, star).trim(), note: body.slice(star).trim() }
  if (figureTokens(plain).at(-1)?.end === plain.length) return { main: body, note: null }
  const bracket = /\s?(\([^()]*(?:\([^()]*\)[^()]*)*\)|<[^<>]*>)[\s。]*$/.exec(plain)
  if (!bracket || !figureTokens(plain.slice(0, bracket.index)).some((t) => t.end === bracket.index)) return { main: body, note: null }
  return { main: body.slice(0, bracket.index).trim(), note: body.slice(bracket.index).trim() }
}

type ValueFound = {
  name: string
  token: FigureToken
  after: string
  asOf: string | null
  per: string | null
  interim: TargetItem['interim']
  note: string | null
}

function figureIn(main: string): ValueFound | null {
  const plain = foldInPlace(main)
  const tokens = figureTokens(plain)
  const last = tokens.at(-1)
  if (!last) return null
  const after = plain.slice(last.end)
  // 「申請から30日以内に認定する」: the limit stands inside the sentence, which is its name.
  if (tokens.length === 1 && last.comparator !== null && /^(?:に|で)[^、。]{1,20}。?$/.test(after) && !AFTER.test(after))
    return { name: tidy(main), token: last, after, asOf: null, per: null, interim: null, note: null }
  if (!AFTER.test(after)) return null
  const chain = chainBefore(main, plain, tokens)
  const start = chain?.start ?? last.start
  const words = main.slice(0, start).replace(/(?:約|およそ)\s?$/, '')
  const named = nameOf(words)
  if (named === null) return null
  return { ...named, token: last, after, interim: chain?.interim ?? null, note: null }
}

/** 「51.2% → 70% → 5年後までに実質100%」: now, interim, final. With two figures, the first is only where one starts from. */
function chainBefore(
  main: string,
  plain: string,
  tokens: readonly FigureToken[],
): { start: number; interim: TargetItem['interim'] } | null {
  const last = tokens.at(-1)
  const before = tokens.at(-2)
  if (!last || !before || !/→/.test(plain.slice(before.end, last.start))) return null
  const first = tokens.at(-3)
  if (!first || !/→/.test(plain.slice(first.end, before.start))) return { start: before.start, interim: null }
  return {
    start: first.start,
    interim: { fiscalYear: null, value: before.value, unit: before.unit, raw: main.slice(before.start, before.end) },
  }
}

/** The name, without leaders, a leading «2025年度の» and a trailing particle. Null where the words are a clause. */
function nameOf(words: string): { name: string; asOf: string | null; per: string | null } | null {
  const trimmed = words.trim()
  const plain = foldInPlace(trimmed)
  if (figureTokens(plain).some((t) => t.unit !== null && t.comparator === null && !/[(（][^)）]*$/.test(plain.slice(0, t.start))))
    return null
  const [date] = findDates(trimmed)
  // «R8.4.1時点 850人以下»: a date and nothing that is measured
  if (date?.start === 0 && /^(?:時点|現在)?$/.test(plain.slice(date.end).trim()))
    return { name: '', asOf: trimmed.slice(0, date.end), per: null }
  const lead = date?.start === 0 ? /^(?:[:=]|までに|末までに|まで|時点|現在|に|の|末の|は|、|\s)+/.exec(plain.slice(date.end)) : null
  // «平成32年度末残高»: the date ends with its own 末
  const after = lead?.[0] ?? (date?.start === 0 && /末$/.test(plain.slice(0, date.end)) ? '' : null)
  const asOf = date && after !== null ? trimmed.slice(0, date.end) : null
  const rest = date && after !== null ? trimmed.slice(date.end + after.length) : trimmed
  const { words: bare, per } = withoutPeriod(rest)
  const name = tidy(bare.replace(/(?:は|が|を)$/, ''))
    .replace(/^(?:成果|活動)?指標[:：]\s*/, '')
    .replace(/\s*(?:数値)?目標値?[:：]?$|^(?:現状|現況|基準)値?\s*(?:[(（][^()（）]*[)）])?$/, '')
  if (/[。]/.test(name) || /(?:により|ため|ながら|して|たり)、?$/.test(name)) return null
  return { name, asOf, per }
}

/** 「待ち時間を平均10分以下」, «年間1,000件以上», «毎年度3件»: how often is said before the figure. */
function withoutPeriod(words: string): { words: string; per: string | null } {
  const said = /(?:^|(?<=[をはがに\s]))(年間|毎年度?|年平均|月平均|月|平均)$/.exec(words)
  if (!said) return { words, per: null }
  const per = PERIODS[said[1] as string] ?? null
  return { words: words.slice(0, said.index).trim(), per }
}
const PERIODS: Record<string, string> = { 年間: '年間', 毎年度: '年度', 毎年: '年', 月: '月' }

const tidy = (words: string): string => words.replace(LEADERS, '').trim()

const INTERIM = /目標/
function interimOf(note: string | null): TargetItem['interim'] {
  if (note === null || !INTERIM.test(note)) return null
  const token = figureTokens(foldInPlace(note)).at(-1)
  const dated = findDates(note)[0]?.dated
  if (!token) return null
  return { fiscalYear: dated?.year ?? null, value: token.value, unit: token.unit, raw: note }
}
