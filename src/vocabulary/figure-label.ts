import { findDates } from './dated.ts'
import { foldInPlace } from './same-length.ts'

/** 数値の名 — the words before a figure. `start` is where they begin in the text. */
export type FigureLabel = { label: string; start: number; asOf: string | null }

type Chunk = { start: number; end: number; separator: string }

const OPENING = '(<「【『['
const CLOSING = ')>」】』]'
const CONNECTORS = /(?:[\s:=→]|・{2,}|…+|‥+)+$/
const PARTICLE = /(?:においては|において|については|では|として|は|が|も|を|で|に|の|と)$/
/** Words that name nothing by themselves, or that name a comparison. */
const NO_NAME =
  /^(?:主要|年間|月平均|延べ|のべ|前年度|前年|昨年度|同年度|から|全|各|国|県|市|今後|実質|庁内|市内|最大|最低|平均|残り|全て|すべて|同|当該|以上|目標|計画)$|(?:年度?比|の|を|に|で|までの?)$|^(?:一人|ひとり|1人|1件)(?:当たり|あたり)$|^(?:に|を)(?:占める|対する|係る)?/
const MID_CLAUSE = /(?:いた|った|した|れた|けた|きた|えた|いる|ある|する|れる|ない|など|的な)[一-龠ァ-ヶ]/
/** A clause, not a name: a figure glued behind it would get the wrong name. */
const CLAUSE = /(?:した|して|しながら|する|され|でき|なった|ため|により|よう|ながら|つつ|こと|から|まで|に対し|ない|なかった)/
const CLAUSE_END = /(?:た|て|る|ない|し|り|き|ため|により|よう|ながら|つつ|こと|から|まで|に対し)$/
const LEADING =
  /^(?:の(?=合計|計$|総)|に対して?、?|うち、?|このうち、?|内訳[:は]?|また、?|なお、?|さらに、?|新たに|主に|全体で|参考値[:\s]?|※|[ivx]{1,4}[\s:.])+/

/**
 * The name of the figure that stands at `at`, looking back no further than `low`. Null where the words before it are
 * a clause; an empty label where there are none (a date alone is given as `asOf`).
 */
export function labelBefore(text: string, plain: string, low: number, at: number): FigureLabel | null {
  const head = plain.slice(low, at).replace(/(?:約|およそ|概ね|おおむね)\s?$/, '')
  const trimmed = head.replace(CONNECTORS, '')
  const separated = trimmed.length < head.length
  let end = low + trimmed.length
  let start = end
  let asOf: string | null = null
  const dates = findDates(plain.slice(low, at)).map((d) => ({ start: d.start + low, end: d.end + low }))
  for (;;) {
    const chunk = chunkBefore(plain, low, end, dates)
    if (!chunk) break
    start = chunk.start
    const dated = dateAlone(text.slice(chunk.start, chunk.end))
    if (dated === null) return named({ text, plain, low, at, separated }, chunk, asOf)
    asOf = dated
    if (!/[\s:]/.test(chunk.separator)) break
    end = low + plain.slice(low, chunk.start).replace(CONNECTORS, '').length
  }
  // 「利用者は、令和5年度の3,240人から…」: the date stands first, the name is what the sentence is about.
  const topic = asOf === null ? null : /(?:^|[。、\s●▼▽■◇○◆])([^。、\s●▼▽■◇○◆]{2,20})(?:は|が|も)、$/.exec(plain.slice(low, start))
  if (topic)
    return {
      label: tidy(text.slice(start - (topic[1] as string).length - 2, start - 2)),
      start: start - (topic[1] as string).length - 2,
      asOf,
    }
  return { label: '', start: asOf === null ? at : start, asOf }
}

/** The last run of words before `end`, up to a blank, a comma, an opened bracket, an arrow or a colon outside brackets. */
function chunkBefore(plain: string, low: number, end: number, dates: readonly { start: number; end: number }[]): Chunk | null {
  let depth = 0
  let start = end
  while (start > low) {
    // the blanks and points of «R4. 4. 1» are part of it
    const date = dates.find((d) => d.start >= low && d.start < start && d.end >= start)
    if (date && depth === 0) {
      start = date.start
      continue
    }
    const letter = plain[start - 1] as string
    if (CLOSING.includes(letter)) {
      if (letter === '】' && start < end && depth === 0) break
      depth += 1
    } else if (OPENING.includes(letter)) {
      if (depth === 0) break
      depth -= 1
    } else if (depth === 0 && /[\s、。,※→:;×+●▼▽■◇○◆]/.test(letter)) break
    start -= 1
  }
  return start === end ? null : { start, end, separator: plain[start - 1] ?? '' }
}

type Search = { text: string; plain: string; low: number; at: number; separated: boolean }

function named({ text, plain, low, at, separated }: Search, chunk: Chunk, asOf: string | null): FigureLabel | null {
  let words = text.slice(chunk.start, chunk.end)
  if (/^(?:新たに|新規に)$/.test(words)) return { label: '', start: chunk.start, asOf }
  // 「研修を計3回実施」: the thing that was held is the name, although を stands behind it.
  const held = /を計?$/.test(words) && /^[^\s、。]{2,10}(?:実施|開催)/.test(plain.slice(at))
  if (held) words = words.replace(/計$/, '')
  // 「件数が月平均150件」: the average is of the number, and の, を before it make it something else
  if (!separated) words = words.replace(/(は|が)(?:月平均|年平均|年間|平均)$/, '$1')
  if (!separated && /を(?:年間|平均|月)?$/.test(words) && !held) return null
  const particle = separated ? undefined : PARTICLE.exec(foldInPlace(words))?.[0]
  if (particle) words = words.slice(0, words.length - particle.length)
  if (
    /^(?:で|では|に|を|と|の|において|については)$/.test(particle ?? '') &&
    !(/^(?:で|では)$/.test(particle ?? '') && /(?:合計|全体|総計|平均)$/.test(words)) &&
    !held
  )
    return null
  const alone = dateAlone(words)
  if (alone !== null) return { label: '', start: chunk.start, asOf: alone }
  const dated = leadingDate(words)
  const label = tidy(dated ? words.slice(dated.length) : words)
  const glued = !separated && !/^(?:は|が|も)$/.test(particle ?? '')
  if (label.length > 45 || NO_NAME.test(label) || (!separated && /[^\x00-\x7fぁ-ん]は[^\x00-\x7fぁ-ん]/.test(label))) return null
  // At the head of an item, or behind a blank or a colon, a clause with a noun behind it is a name: 「評価した事業数30事業」.
  const outside = label.replace(/[(（][^()（）]*[)）]|「[^」]*」/g, '').replace(/のない/g, 'の')
  if (glued && (CLAUSE_END.test(outside) || (chunk.start !== low && CLAUSE.test(outside)))) return null
  if (!separated && chunk.start !== low && label.length > (glued ? 14 : 25) && MID_CLAUSE.test(outside)) return null
  return {
    label,
    start: label === '' && asOf === null && !dated ? at : chunk.start,
    asOf: asOf ?? dated?.asOf ?? beforeColon(text, plain, chunk),
  }
}

/** 「R3:1人当たり月平均」: the date stands before the colon. */
function beforeColon(text: string, plain: string, chunk: Chunk): string | null {
  if (chunk.separator !== ':') return null
  return dateAlone(/[^\s、。()<>]+$/.exec(text.slice(0, plain.lastIndexOf(':', chunk.start)))?.[0] ?? '')
}

/** A chunk that is a date and nothing else but its particle: 「2022年度は」. */
function dateAlone(words: string): string | null {
  const bare = words.trim().replace(/(?:は|に|には|で|では|の|実績|現在|時点)+$/, '')
  const [date, more] = findDates(bare)
  return date && !more && date.start === 0 && date.end === bare.length ? bare : null
}

/** 「2021年度に始めたため2021年度の開催回数」 → the name begins behind the last date that is followed by の. */
function leadingDate(words: string): { asOf: string; length: number } | null {
  const plain = foldInPlace(words)
  const date = findDates(words)
    .filter((d) => /^(?:の|末?で|は|時点の|に)/.test(plain.slice(d.end)))
    .at(-1)
  if (!date) return null
  const after = /^(?:時点の|の|末?で|は|に)/.exec(plain.slice(date.end))?.[0].length ?? 0
  return { asOf: words.slice(date.start, date.end), length: date.end + after }
}

function tidy(words: string): string {
  const bare = foldInPlace(words).trimStart()
  const lead = LEADING.exec(bare)?.[0].length ?? 0
  const label = words
    .trim()
    .slice(lead)
    .replace(/計$/, (kei, offset: number) => (/[)）\s・]$/.test(words.trim().slice(lead).slice(0, offset)) ? '' : kei))
    .trim()
  const leaders = label.replace(/(?:・{2,}|…+|[:：=]|[A-Z]=)+$/, '').trim()
  const quoted = /^[「『【](.*)[」』】]$/.exec(leaders)?.[1]
  return quoted !== undefined && !/[「」『』【】]/.test(quoted) ? quoted : leaders
}
