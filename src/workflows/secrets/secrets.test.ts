import { describe, expect, it } from 'vitest'
import { newOneTimePassword } from './one-time-password.ts'
import { hashPassword, isPassword } from './password-hash.ts'
import { codeOf, newTotpSecret, stepOfCode, toBase32, totpLink } from './totp.ts'

// RFC 6238, appendix B: the secret of the SHA-1 rows; the codes there have eight digits, of which ours are the last six.
const RFC = toBase32(Buffer.from('12345678901234567890'))

describe('確認コード（S-08）', () => {
  it.each([
    { seconds: 59, code: '287082' },
    { seconds: 1_111_111_109, code: '081804' },
    { seconds: 1_111_111_111, code: '050471' },
    { seconds: 1_234_567_890, code: '005924' },
    { seconds: 2_000_000_000, code: '279037' },
    { seconds: 20_000_000_000, code: '353130' },
  ])('RFC 6238 の $seconds 秒は $code', ({ seconds, code }) => expect(codeOf(RFC, Math.floor(seconds / 30))).toBe(code))

  const at = new Date(1_111_111_111_000)
  const step = Math.floor(1_111_111_111 / 30)
  it.each([
    { title: '今の数字', typed: codeOf(RFC, step), last: null, says: step },
    { title: '全角で、空白を入れた数字', typed: '０５０ ４７１', last: null, says: step },
    { title: '30秒遅れた時計', typed: codeOf(RFC, step - 1), last: null, says: step - 1 },
    { title: '30秒進んだ時計', typed: codeOf(RFC, step + 1), last: null, says: step + 1 },
    { title: '1分前の数字', typed: codeOf(RFC, step - 2), last: null, says: null },
    { title: '一度使った数字', typed: codeOf(RFC, step), last: step, says: null },
    { title: '使った数字より前の数字', typed: codeOf(RFC, step - 1), last: step, says: null },
    { title: '違う数字', typed: '000000', last: null, says: null },
    { title: '空', typed: '', last: null, says: null },
  ])('$title', ({ typed, last, says }) => expect(stepOfCode(RFC, typed, at, last)).toBe(says))

  it('鍵は160ビットあり、認証アプリのリンクになる', () => {
    expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/)
    expect(totpLink('ABC', 'あおば市', 'admin')).toBe(
      'otpauth://totp/%E3%81%82%E3%81%8A%E3%81%B0%E5%B8%82:admin?secret=ABC&issuer=%E3%81%82%E3%81%8A%E3%81%B0%E5%B8%82',
    )
  })
})

describe('パスワードのハッシュ（S-08）', () => {
  it('argon2id の PHC の形で、同じパスワードでも毎回違い、正しいものだけに合う', async () => {
    const [one, other] = [await hashPassword('潮風と灯台と坂道'), await hashPassword('潮風と灯台と坂道')]
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(one).not.toBe(other)
    expect([await isPassword('潮風と灯台と坂道', one), await isPassword('潮風と灯台と坂', one)]).toEqual([true, false])
  })

  it('全角と半角で打っても同じパスワードで、64文字を超えても最後まで見る', async () => {
    const long = 'a1B2'.repeat(20)
    const hash = await hashPassword(`${long}x`)
    expect([await isPassword(`${long.normalize('NFKC')}ｘ`, hash), await isPassword(`${long}y`, hash)]).toEqual([true, false])
  })

  it('ハッシュがなければ、何を入れても合わない', async () => expect(await isPassword('aoba-demo', null)).toBe(false))

  it('初回パスワードは、読み違える文字のない16文字で、毎回違う', () => {
    const made = Array.from({ length: 200 }, newOneTimePassword)
    expect(new Set(made).size).toBe(200)
    for (const one of made) expect(one).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/)
  })
})
