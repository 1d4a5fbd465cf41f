import { describe, expect, it } from 'vitest'
import { readMailSettings } from './settings.ts'

const MAIL_FROM = '行政経営課 <gyokaku@aoba.example>'
const from = { name: '行政経営課', address: 'gyokaku@aoba.example' }

describe('メールの設定', () => {
  it.each([
    { title: '何も言わなければ、送らない', said: {}, says: null },
    { title: '差出人だけでも、送らない', said: { MAIL_FROM }, says: null },
    {
      title: '一行で言う',
      said: { SMTP_URL: 'smtp://kaikaku:%E5%90%88%3A@mail.aoba.example:587?security=starttls', MAIL_FROM },
      says: { host: 'mail.aoba.example', port: 587, security: 'starttls', user: 'kaikaku', password: '合:', from },
    },
    {
      title: '最初から暗号にする',
      said: { SMTP_URL: 'smtps://mail.aoba.example', MAIL_FROM },
      says: { host: 'mail.aoba.example', port: 465, security: 'tls', user: null, password: null, from },
    },
    {
      title: '項目ごとに言う',
      said: { SMTP_HOST: '10.0.0.5', SMTP_USER: 'u', SMTP_PASSWORD: 'p', MAIL_FROM: 'gyokaku@aoba.example' },
      says: {
        host: '10.0.0.5',
        port: 25,
        security: 'as-offered',
        user: 'u',
        password: 'p',
        from: { name: '', address: 'gyokaku@aoba.example' },
      },
    },
  ])('$title', ({ said, says }) => expect(readMailSettings(said)).toEqual({ ok: true, value: says }))

  it.each([
    { title: '差出人がない', said: { SMTP_HOST: 'mail' }, says: { setting: 'MAIL_FROM', kind: 'missing' } },
    { title: '差出人が読めない', said: { SMTP_HOST: 'mail', MAIL_FROM: '行政経営課' }, says: { setting: 'MAIL_FROM', kind: 'unreadable' } },
    {
      title: '差出人に改行がある',
      said: { SMTP_HOST: 'mail', MAIL_FROM: '課\r\nBcc: x@y.example <a@b.example>' },
      says: { setting: 'MAIL_FROM', kind: 'unreadable' },
    },
    { title: '別の約束', said: { SMTP_URL: 'http://mail', MAIL_FROM }, says: { setting: 'SMTP_URL', kind: 'unreadable' } },
    {
      title: 'ポートが数でない',
      said: { SMTP_HOST: 'mail', SMTP_PORT: '70000', MAIL_FROM },
      says: { setting: 'SMTP_PORT', kind: 'unreadable' },
    },
    {
      title: '知らない守り',
      said: { SMTP_HOST: 'mail', SMTP_SECURITY: 'ssl', MAIL_FROM },
      says: { setting: 'SMTP_SECURITY', kind: 'unreadable' },
    },
  ])('断る：$title', ({ said, says }) => expect(readMailSettings(said)).toEqual({ ok: false, problem: says }))
})
