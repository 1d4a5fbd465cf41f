import { describe, expect, it } from 'vitest'
import { COMMON_PASSWORDS } from '../vocabulary/common-passwords.ts'
import { passwordFault } from './password.ts'

const words = ['zaisei01', '990019', 'あおば市', 'あおば', 'kaikaku']
const breached = (password: string) => password === 'この町の流出した合言葉'

describe('新しいパスワード（S-08）', () => {
  it.each([
    { password: '1234567', says: 'too-short', why: '7文字' },
    { password: 'ｓｈｉｏ７ｍｅ', says: 'too-short', why: '全角は半角に直して数える' },
    { password: 'shiokaze', says: null, why: '8文字なら、文字の種類は問わない' },
    { password: '潮風と灯台と坂道', says: null, why: '日本語でもよい' },
    { password: 'correct horse battery staple', says: null, why: '空白でつないだ長い文' },
    { password: `${'長い合言葉'.repeat(12)}終わり`, says: null, why: '60文字を超える' },
    { password: 'x1'.repeat(101), says: 'too-long', why: '200文字を超える' },
    { password: 'Password1', says: 'common', why: 'よく使われるもの（大文字小文字は問わない）' },
    { password: 'shiyakusho2026', says: 'common', why: '庁舎で使われそうなもの' },
    { password: 'ababababab', says: 'common', why: '同じ文字の繰り返し' },
    { password: 'zaisei01!!', says: 'own-words', why: 'ログイン名に記号を足しただけ' },
    { password: 'kaikaku#2026', says: 'own-words', why: 'システムの名に年を足しただけ' },
    { password: 'あおば市2026年度', says: 'own-words', why: '団体の名がほとんど' },
    { password: 'kaikaku-shiokaze-todai', says: null, why: '名が入っていても、ほかに十分な長さがある' },
    { password: 'この町の流出した合言葉', says: 'breached', why: '流出の一覧にある' },
  ])('$why：$says', ({ password, says }) => expect(passwordFault(password, { words, breached })?.kind ?? null).toBe(says))

  it('断る一覧には3,000件以上あり、どれも8文字以上', () => {
    expect(COMMON_PASSWORDS.size).toBeGreaterThanOrEqual(3_000)
    expect([...COMMON_PASSWORDS].filter((one) => one.length < 8)).toEqual([])
  })
})
