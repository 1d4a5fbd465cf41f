import { describe, expect, it } from 'vitest'
import { formNumberInName, formNumberOf } from './form-number.ts'

const [one, other] = [formNumberOf(2025, 3), formNumberOf(2025, 4)]

describe('ファイル名の帳票番号', () => {
  it.each([
    { name: `納税課_1-1-3 キャッシュレス納付の拡大_${one}.xlsx`, says: one },
    { name: `回収.zip／納税課_1-1-3_${one} (1).xlsx`, says: one },
    { name: `納税課_${one.toLowerCase()}_のコピー.xlsx`, says: one },
    { name: `${one}_${one}.xlsx`, says: one },
    { name: `${one}と${other}.xlsx`, says: null },
    { name: '納税課_K25-00003-0.xlsx', says: null },
    { name: '令和7年度取組状況の照会.xlsx', says: null },
  ])('$name は $says', ({ name, says }) => expect(formNumberInName(name)).toBe(says))
})
