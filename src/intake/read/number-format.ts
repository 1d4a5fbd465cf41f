import { formatValue } from 'hucre'
import { filledIn } from './number-pattern.ts'

/**
 * Excel keeps 15 significant digits and shows no more; the 17 that a binary float can print
 * (0.1 + 0.2 = 0.30000000000000004) are an artefact of storage.
 */
export function exactDigits(value: number): string {
  const [mantissa, exponent] = value.toExponential(14).split('e') as [string, string]
  const digits = mantissa.replace(/[-.]/g, '')
  const point = Number(exponent) + 1
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0'
  const fraction = (point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits).replace(/0+$/, '')
  const plain = fraction === '' ? whole : `${whole}.${fraction}`
  return value < 0 ? `-${plain}` : plain
}

/** 表示形式 — a number as the sheet shows it: thousands, places, percent, units in quotes, ▲ for negatives. */
export function shownNumber(value: number, format: string | undefined): string {
  const sections = sectionsOf(format ?? 'General')
  const section = sectionFor(value, sections)
  const pattern = cleaned(section)
  if (/^(General|G\/標準|@)?$/i.test(pattern)) return pattern === '' && section === '' ? '' : exactDigits(value)
  const isShortened = /[eE][+-]/.test(pattern) || /[#0?]\s*\/\s*[#0?\d]/.test(pattern)
  const shown = isShortened ? formatValue(value, format as string).trim() : filledIn(exactDigits(Math.abs(value)), pattern)
  return withSign(value, shown, section !== sections[0])
}

/** A minus that only a colour or brackets show becomes ▲: text carries no colour, and brackets also mean 前回値. */
function withSign(value: number, shown: string, hasOwnSection: boolean): string {
  if (value >= 0) return /\d/.test(shown) || value !== 0 ? shown : shown === '' ? '' : '0' // 会計書式 prints zero as a dash
  if (!/[1-9]/.test(shown) || /[-−▲△]/.test(shown)) return shown
  if (!hasOwnSection) return `-${shown}`
  return `▲${shown.replace(/^\((.*)\)$/, '$1')}`
}

/** Sections are «positive;negative;zero;text»; a semicolon in quotes or after a backslash separates nothing. */
const sectionsOf = (format: string): string[] =>
  [...`${format};`.matchAll(/((?:"[^"]*"|\\.|[^;"\\]|"|\\(?=;$))*);/g)].map((m) => m[1] as string)

function sectionFor(value: number, sections: string[]): string {
  const numeric = sections.slice(0, 3)
  const conditional = numeric.find((s) => meets(value, s))
  if (conditional !== undefined) return conditional
  if (numeric.some((s) => CONDITION.test(s))) return numeric.findLast((s) => !CONDITION.test(s)) ?? 'General'
  const [positive = 'General', negative, zero] = numeric
  if (value < 0 && negative !== undefined) return negative
  if (value === 0 && zero !== undefined) return zero
  return positive
}

const CONDITION = /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/

function meets(value: number, section: string): boolean {
  const [, operator, limit] = CONDITION.exec(section) ?? []
  switch (operator) {
    case '<':
      return value < Number(limit)
    case '<=':
      return value <= Number(limit)
    case '>':
      return value > Number(limit)
    case '>=':
      return value >= Number(limit)
    case '=':
      return value === Number(limit)
    case '<>':
      return value !== Number(limit)
    default:
      return false
  }
}

/** [$¥-411] keeps its currency sign; colours, conditions, «_)» (a blank as wide as) and «*x» (fill) show nothing. */
const cleaned = (section: string): string =>
  section
    .replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/("[^"]*"|\\.)|[_*]./g, (_, literal?: string) => literal ?? '')
    .trim()
