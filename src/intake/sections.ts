import type { SectionRef } from '../reform/record.ts'
import { fold } from '../vocabulary/folding.ts'

/** 所属らしい名 — ends the way a municipal unit does. A name, not a sentence: no 。 and not long. */
const UNIT_NAME = /^[^。、]{1,24}?(課|室|局|部|所|センター|係|館|署|院|園|校|団|担当|事務局|委員会|会議|本部|チーム|グループ|公社|財団)$/
const SEPARATOR = /[、，,／/\n]|\s*[・]\s*|\s+/
const ROLE = /[（(](とりまとめ|取りまとめ|取りまとめ課|とりまとめ課|総括|主担当|主管|関係課?|副担当)[）)]/

/** «（関係課：A課、B課）» behind the responsible ones */
const RELATED = /[（(]\s*(?:関係|関連|協力|連携)(?:各)?(?:課|部署|部局|所属)?(?:等|名)?\s*[：:]\s*([^（）()]+)[）)]/
/** holds a department and its section together while a cell is divided */
const JOIN = '\uE000'
/** «行政経営課 行政改革係» */
const SUBUNIT = /((?:課|室))[ 　]+([^\s　、，,・／/（()）]{1,14}係)(?![^\s　、，,・／/])/g
/** «総務部　総務課», «教育委員会事務局 学校教育課»: a department in front of its section is no section of its own. */
const DEPARTMENT =
  /((?<![^\s　、，,・／/\n])[^\s　、，,／/\n]{0,14}(?:(?<=\S)部|教育委員会|教育委員会事務局|(?<!事務)(?<=\S)局))[\s　]+(?=[^\s　、，,・／/\n（(]{1,16}(?:課|室|係|班|担当|グループ)(?:[（(、，,・／/\n\s　]|$))/g

/** Whether a cell says responsible sections and nothing else: «納税課・国保年金課», «企画調整課（スマートシティ推進室）», «全課». */
export function looksLikeSections(text: string): boolean {
  if (text.trim() === '' || text.length > 120) return false
  const sections = readSections(text)
  return (
    sections.length > 0 &&
    sections.every((s) => UNIT_NAME.test(fold(s.name).replace(/\s/g, '')) || /^(全|関係|各)(課|部局?|所属|部署|庁)/.test(s.name))
  )
}

/** 所管課の読み取り — several sections in one cell; «ほか関係課» is a related one; （…室） is an office, （とりまとめ） a role. */
export function readSections(text: string): SectionRef[] {
  const whole = text.replace(/[‹〈<>〉›]/g, '').trim()
  const within = RELATED.exec(whole)
  if (within?.[1])
    return [
      ...readSections(whole.replace(within[0], '')),
      ...readSections(within[1]).map((s): SectionRef => ({ ...s, role: s.role ?? 'related' })),
    ]
  return splitOutsideBrackets(whole.replace(DEPARTMENT, `$1${JOIN}`).replace(SUBUNIT, '$1（$2）'))
    .flatMap((piece) => {
      const other = /^(.*?)(?:ほか|他|外)\s*(関係(?:各)?課(?:等)?|\d+課|各課)?$/.exec(piece)
      if (!other?.[1]) return piece === '' ? [] : [toSection(piece)]
      const rest: SectionRef = { name: other[2] ?? '関係課', office: null, role: 'related' }
      return [toSection(other[1]), rest]
    })
    .filter((s) => s.name !== '')
}

function toSection(piece: string): SectionRef {
  const trimmed = piece
    .replaceAll(JOIN, ' ')
    .replace(/^(ほか|他|外)(?=関係|各)/, '')
    .trim()
  const role = ROLE.exec(trimmed)?.[1]
  const plain = trimmed.replace(ROLE, '').trim()
  const office = /^(.+?)[（(]([^（()）]*(?:室|係|担当|センター|グループ|班|所|館))[）)]$/.exec(plain)
  const name = office?.[1] ?? plain
  const related = /^関係(各)?課|^各課/.test(name)
  return { name, office: office?.[2] ?? null, role: role ? roleOf(role) : related ? 'related' : null }
}

const roleOf = (printed: string): SectionRef['role'] =>
  /主担当|主管/.test(printed) ? 'lead' : /関係|副/.test(printed) ? 'related' : 'coordinator'

/** A blank separates only between whole names («会計課 納税課»): «D X 推進課» is one name with blanks inside. */
function splitOutsideBrackets(text: string): string[] {
  const pieces: string[] = []
  let depth = 0
  let piece = ''
  for (const [index, char] of [...text].entries()) {
    if (/[（(【[]/.test(char)) depth += 1
    if (/[）)】\]]/.test(char)) depth -= 1
    const separates =
      depth === 0 && SEPARATOR.test(char) && (!/\s/.test(char) || char === '\n' || endsAName(piece, [...text].slice(index + 1).join('')))
    // «構造改革・DX推進課»: a middle dot separates only where what stands before it is a whole name
    if (separates && !(char === '・' && !endsAName(piece, [...text].slice(index + 1).join('')))) {
      pieces.push(piece.trim())
      piece = ''
    } else piece += char
  }
  return [...pieces, piece.trim()].filter((p) => p !== '')
}

const endsAName = (before: string, after: string): boolean =>
  /(課|室|局|部|所|センター|係|館|署|院|園|校|担当|会|チーム|グループ|[）)])\s*$/.test(before) &&
  !/^\s*[（(]/.test(after) &&
  after.trim() !== ''
