import type { Brand } from './brand.ts'
import { no, ok, type Result } from './result.ts'

/** 全国地方公共団体コード — six digits, the last a check digit over the first five. */
export type MunicipalityCode = Brand<string, 'MunicipalityCode'>
export type NotAMunicipalityCode = { kind: 'not-a-municipality-code'; text: string; reason: 'shape' | 'check-digit' }

/** 検証番号 — weights 6-5-4-3-2, eleven minus the remainder by eleven, its last digit (総務省 コード定義). */
function checkDigit(five: string): number {
  const weighted = [...five].reduce((sum, digit, place) => sum + Number(digit) * (6 - place), 0)
  return (11 - (weighted % 11)) % 10
}

/** 団体コードの読み取り. Refused: other than six digits, and a check digit that does not fit. */
export function parseMunicipalityCode(text: string): Result<MunicipalityCode, NotAMunicipalityCode> {
  const plain = text.normalize('NFKC').trim()
  if (!/^\d{6}$/.test(plain)) return no({ kind: 'not-a-municipality-code', text, reason: 'shape' })
  if (checkDigit(plain.slice(0, 5)) !== Number(plain[5])) return no({ kind: 'not-a-municipality-code', text, reason: 'check-digit' })
  return ok(plain as MunicipalityCode)
}
