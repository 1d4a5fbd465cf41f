import { no, ok, type Result } from '../vocabulary/result.ts'

/** メールの設定 — where letters are handed over, and who sends them. */
export type MailSettings = {
  host: string
  port: number
  /** `tls` from the first byte; `starttls` asked for and insisted on; `as-offered` where the server has it; `none` never */
  security: 'tls' | 'starttls' | 'as-offered' | 'none'
  user: string | null
  password: string | null
  from: { name: string; address: string }
}
export type MailSettingFault = {
  setting: 'SMTP_URL' | 'SMTP_HOST' | 'SMTP_PORT' | 'SMTP_SECURITY' | 'MAIL_FROM'
  kind: 'missing' | 'unreadable'
}

const SECURITIES: Record<string, MailSettings['security']> = { '': 'as-offered', tls: 'tls', starttls: 'starttls', none: 'none' }

/** メールの設定の読み取り — null where nothing is said of a server: then nothing is sent. A value is never repeated: it may hold a password. */
export function readMailSettings(said: Record<string, string | undefined>): Result<MailSettings | null, MailSettingFault> {
  if (!said.SMTP_URL && !said.SMTP_HOST) return ok(null)
  const from = readFrom(said.MAIL_FROM ?? '')
  if (!said.MAIL_FROM) return no({ setting: 'MAIL_FROM', kind: 'missing' })
  if (!from) return no({ setting: 'MAIL_FROM', kind: 'unreadable' })
  const server = said.SMTP_URL ? serverOfUrl(said.SMTP_URL) : serverOfParts(said)
  return server.ok ? ok({ ...server.value, from }) : server
}

type Server = Omit<MailSettings, 'from'>

function serverOfUrl(text: string): Result<Server, MailSettingFault> {
  const url = URL.parse(text)
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '') return no({ setting: 'SMTP_URL', kind: 'unreadable' })
  const tls = url.protocol === 'smtps:'
  const security = SECURITIES[url.searchParams.get('security') ?? '']
  if (security === undefined) return no({ setting: 'SMTP_URL', kind: 'unreadable' })
  return ok({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (tls ? 465 : 25) : Number(url.port),
    security: tls ? 'tls' : security,
    user: url.username === '' ? null : decodeURIComponent(url.username),
    password: url.password === '' ? null : decodeURIComponent(url.password),
  })
}

function serverOfParts(said: Record<string, string | undefined>): Result<Server, MailSettingFault> {
  const security = SECURITIES[said.SMTP_SECURITY ?? '']
  if (security === undefined) return no({ setting: 'SMTP_SECURITY', kind: 'unreadable' })
  const port = said.SMTP_PORT || (security === 'tls' ? '465' : '25')
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) return no({ setting: 'SMTP_PORT', kind: 'unreadable' })
  if (!/^[A-Za-z0-9.:_-]+$/.test(said.SMTP_HOST ?? '')) return no({ setting: 'SMTP_HOST', kind: 'unreadable' })
  return ok({
    host: said.SMTP_HOST as string,
    port: Number(port),
    security,
    user: said.SMTP_USER || null,
    password: said.SMTP_PASSWORD || null,
  })
}

/** «行政改革課 <gyokaku@city.example>», or the address alone */
function readFrom(text: string): MailSettings['from'] | null {
  const said = /^(?:"?([^"<>\r\n]*?)"?\s*<([^<>]+)>|([^<>\s]+))$/.exec(text.trim())
  const address = said?.[2] ?? said?.[3] ?? ''
  return isMailAddress(address) ? { name: said?.[1]?.trim() ?? '', address } : null
}

/** One address and nothing else: what stands here goes into the envelope, where a space or a comma would be another recipient. */
export const isMailAddress = (text: string): boolean =>
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/.test(text)
