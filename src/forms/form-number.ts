import type { Brand } from '../vocabulary/brand.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'

/** 帳票番号 — «K25-00042-4»: the year of the round, a serial number in the municipality, a check character. */
export type FormNumber = Brand<string, 'FormNumber'>
export type NotAFormNumber = { kind: 'not-a-form-number'; text: string; reason: 'shape' | 'check-digit' }

/** 検証文字 — modulus 11 over the digits with the weights 2 to 7 from the left, again and again; 10 is written X. */
function checkCharacter(digits: string): string {
  const sum = [...digits].reduce((all, digit, place) => all + Number(digit) * ((place % 6) + 2), 0)
  const rest = (11 - (sum % 11)) % 11
  return rest === 10 ? 'X' : String(rest)
}

/** 帳票番号を付ける — of a fiscal year (its last two western digits: 令和7年度 is 25) and a serial number. */
export function formNumberOf(fiscalYear: number, serial: number): FormNumber {
  const digits = `${String(fiscalYear % 100).padStart(2, '0')}${String(serial).padStart(5, '0')}`
  return `K${digits.slice(0, 2)}-${digits.slice(2)}-${checkCharacter(digits)}` as FormNumber
}

/**
 * ファイル名の帳票番号 — an own form has no cell for its number, and «無害化» takes the properties of a workbook away: then its file
 * name, as it was given out, is all that says whose form it is. Two numbers in one name say nothing.
 */
export function formNumberInName(name: string): FormNumber | null {
  const found = [...name.normalize('NFKC').matchAll(/(?<![0-9A-Za-z])K\d{2}-\d{5,9}-[\dX](?![0-9A-Za-z])/gi)]
  const numbers = new Set(found.flatMap(([text]) => (parseFormNumber(text).ok ? [text.toUpperCase() as FormNumber] : [])))
  const [only] = numbers
  return numbers.size === 1 && only ? only : null
}

/** 帳票番号の読み取り — full-width letters and digits, other dashes and blanks are folded. Refused: another shape, a wrong check digit. */
export function parseFormNumber(text: string): Result<FormNumber, NotAFormNumber> {
  const plain = text
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−ー－]/g, '-')
    .replace(/\s/g, '')
    .toUpperCase()
  const said = /^(?:帳票番号:?)?K(\d{2})-?(\d{5,})-?([\dX])$/.exec(plain)
  if (!said) return no({ kind: 'not-a-form-number', text, reason: 'shape' })
  const [, year, serial, check] = said as unknown as [string, string, string, string]
  if (checkCharacter(`${year}${serial}`) !== check) return no({ kind: 'not-a-form-number', text, reason: 'check-digit' })
  return ok(`K${year}-${serial}-${check}` as FormNumber)
}

/** The serial number in the municipality, by which the forms that were given out are found again. */
export const serialOf = (number: FormNumber): number => Number(number.split('-')[1])
