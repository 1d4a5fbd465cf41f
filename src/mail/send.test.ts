import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type MailServer, startMailServer } from '../../tests/mail-process.ts'
import { composed, messageIdFor, type OutgoingLetter } from './compose.ts'
import { openMailer } from './send.ts'
import type { MailSettings } from './settings.ts'

const from = { name: '行政経営課', address: 'gyokaku@aoba.example' }
const aLetter = (said: Partial<OutgoingLetter> = {}): OutgoingLetter => ({
  to: { name: '清水 陽菜', address: 'zaisei@aoba.example' },
  subject: '【行財政改革】報告の提出　2件　令和7年5月16日（金）まで',
  text: '財政課　清水 陽菜 様\n\n①㈱髙﨑～－の件\n.点で始まる行\n',
  messageId: '<key@aoba.example>',
  date: new Date('2025-05-15T07:00:00+09:00'),
  ...said,
})
const settingsAt = (port: number, said: Partial<MailSettings> = {}): MailSettings => ({
  host: '127.0.0.1',
  port,
  security: 'as-offered',
  user: null,
  password: null,
  from,
  ...said,
})
const headerOf = (letter: string): string => letter.slice(0, letter.indexOf('\r\n\r\n'))
const bodyOf = (letter: string): string => Buffer.from(letter.slice(letter.indexOf('\r\n\r\n')), 'base64').toString('utf8')

describe('手紙を渡す', () => {
  let server: MailServer
  let locked: MailServer
  beforeAll(async () => {
    server = await startMailServer()
    locked = await startMailServer({ password: '合言葉' })
  })
  afterAll(async () => {
    await Promise.all([server.kill(), locked.kill()])
    server.remove()
    locked.remove()
  })

  it('日本語の件名と本文が、そのまま届く', async () => {
    const mailer = openMailer(settingsAt(server.port))
    expect(await mailer.send(aLetter())).toEqual({ kind: 'sent' })
    mailer.close()
    const [taken] = server.taken()
    const letter = taken?.letter ?? ''
    expect(taken?.to).toEqual(['zaisei@aoba.example'])
    expect(bodyOf(letter)).toBe(aLetter().text.replaceAll('\n', '\r\n'))
    const header = headerOf(letter).replace(/\r\n[ \t]+/g, ' ')
    const subject = [...(/^Subject: (.*)$/m.exec(header)?.[1] ?? '').matchAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/g)]
    expect(
      subject
        .map(([, how, text = '']) =>
          how === 'B'
            ? Buffer.from(text, 'base64').toString('utf8')
            : Buffer.from(decodeURIComponent(text.replaceAll('_', ' ').replaceAll('=', '%'))).toString('utf8'),
        )
        .join(''),
    ).toBe(aLetter().subject)
    for (const line of [
      'Message-ID: <key@aoba.example>',
      'Date: Wed, 14 May 2025 22:00:00 +0000',
      'Auto-Submitted: auto-generated',
      'Content-Type: text/plain; charset=utf-8',
    ])
      expect(header).toContain(line)
  })

  it('一つの接続で続けて送れる', async () => {
    const before = server.taken().length
    const mailer = openMailer(settingsAt(server.port))
    for (let nth = 0; nth < 12; nth += 1)
      expect(await mailer.send(aLetter({ messageId: `<${nth}@aoba.example>` }))).toEqual({ kind: 'sent' })
    mailer.close()
    expect(server.taken().length - before).toBe(12)
  })

  it.each([
    { to: 'refuse', kind: 'refused', says: /550 no such user/, taken: 0 },
    { to: 'later-rcpt', kind: 'later', says: /450 mailbox busy/, taken: 0 },
    { to: 'later', kind: 'later', says: /451 try again later/, taken: 0 },
    { to: 'hang-up', kind: 'later', says: /broke-off/, taken: 0 },
    { to: 'hang-up-mid-data', kind: 'unknown', says: /broke-off/, taken: 0 },
    { to: 'take-and-hang-up', kind: 'unknown', says: /broke-off/, taken: 1 },
    { to: 'say-nothing', kind: 'unknown', says: /ETIMEDOUT/, taken: 0 },
  ])('R-06 $to のとき、結果は $kind', async ({ to, kind, says, taken }) => {
    const before = server.taken().length
    const mailer = openMailer(settingsAt(server.port), { silence: 500 })
    const outcome = await mailer.send(aLetter({ to: { name: '', address: `${to}@aoba.example` } }))
    expect(outcome.kind).toBe(kind)
    expect(JSON.stringify(outcome)).toMatch(says)
    expect(server.taken().length - before).toBe(taken)
    // the next letter goes on a new connection
    expect(await mailer.send(aLetter())).toEqual({ kind: 'sent' })
    mailer.close()
  })

  it('サーバーがないとき、合言葉が違うときは、後で送り直す', async () => {
    const nobody = openMailer(settingsAt(1))
    expect(await nobody.send(aLetter())).toEqual({
      kind: 'later',
      cause: { kind: 'unreachable', code: expect.stringContaining('ECONNREFUSED') },
    })
    const wrong = openMailer(settingsAt(locked.port, { user: 'kaikaku', password: '違う' }))
    expect(await wrong.send(aLetter())).toMatchObject({ kind: 'later', cause: { kind: 'sign-in-refused' } })
    const right = openMailer(settingsAt(locked.port, { user: 'kaikaku', password: '合言葉' }))
    expect(await right.send(aLetter())).toEqual({ kind: 'sent' })
    right.close()
  })

  it('合言葉を求めるサーバーに名乗らないときも、手紙のせいにしない', async () => {
    const mailer = openMailer(settingsAt(locked.port))
    expect(await mailer.send(aLetter())).toMatchObject({ kind: 'later', cause: { kind: 'sign-in-refused' } })
    mailer.close()
  })

  it.each([
    '',
    'zaisei',
    'a@b.example, c@d.example',
    'a@b.example\r\nRCPT TO:<x@evil.example>',
    '<a@b.example>',
    'a b@c.example',
    '財政@aoba.example',
  ])('宛先「%s」には送らない', async (address) => {
    const mailer = openMailer(settingsAt(1))
    expect(await mailer.send(aLetter({ to: { name: '', address } }))).toEqual({ kind: 'refused', cause: { kind: 'bad-address', address } })
  })
})

describe('手紙の頭', () => {
  it.each(['\r\n', '\n', '\r', '\u2028', '\0\r\n'])('名前と件名の改行（%j）から、見出しは始まらない', async (ending) => {
    const evil = `清水${ending}Bcc: x@evil.example`
    const letter = (
      await composed(aLetter({ to: { name: evil, address: 'zaisei@aoba.example' }, subject: evil }), { name: evil, address: from.address })
    ).toString()
    expect(headerOf(letter)).not.toMatch(/^Bcc:/im)
    expect(
      headerOf(letter)
        .match(/^[A-Za-z-]+(?=:)/gm)
        ?.toSorted(),
    ).toEqual(
      [
        'Auto-Submitted',
        'Content-Transfer-Encoding',
        'Content-Type',
        'Date',
        'From',
        'MIME-Version',
        'Message-ID',
        'Subject',
        'To',
      ].toSorted(),
    )
  })

  it('Message-ID は鍵から決まり、鍵が違えば違う', () => {
    expect(messageIdFor('990019 digest:zaisei:2025-05-15', { from })).toBe(messageIdFor('990019 digest:zaisei:2025-05-15', { from }))
    expect(messageIdFor('990019 digest:zaisei:2025-05-15', { from })).not.toBe(messageIdFor('990019 digest:zaisei:2025-05-16', { from }))
    expect(messageIdFor('a', { from })).toMatch(/^<[0-9a-f]{40}@aoba\.example>$/)
  })
})
