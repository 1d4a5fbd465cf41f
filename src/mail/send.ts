import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { DeliveryOutcome } from '../vocabulary/delivery.ts'
import { composed, type OutgoingLetter } from './compose.ts'
import { isMailAddress, type MailSettings } from './settings.ts'

/** 送り手 — keeps one connection for the letters of a run. */
export type Mailer = { send(letter: OutgoingLetter): Promise<DeliveryOutcome>; close(): void }

type Fault = Error & { code?: string; responseCode?: number; response?: string; command?: string }
type Limits = { connecting: number; silence: number; whole: number }

const LIMITS: Limits = { connecting: 15_000, silence: 60_000, whole: 120_000 }

export function openMailer(settings: MailSettings, limits: Partial<Limits> = {}): Mailer {
  const held = { ...LIMITS, ...limits }
  let open: SMTPConnection | null = null
  const close = (): void => {
    open?.quit()
    open = null
  }
  return {
    close,
    async send(letter) {
      const { address } = letter.to
      if (!isMailAddress(address)) return { kind: 'refused', cause: { kind: 'bad-address', address } }
      const bytes = await composed(letter, settings.from)
      for (;;) {
        const reused = open !== null && !open.destroyed
        const found = reused ? { connection: open as unknown as SMTPConnection } : await connected(settings, held)
        if ('outcome' in found) return found.outcome
        open = found.connection
        const { outcome, begun } = await handOver(found.connection, { from: settings.from.address, to: address }, bytes, held.whole)
        if (outcome.kind !== 'sent') {
          found.connection.close()
          open = null
        }
        // The server had closed the connection of the letter before: nothing of this one was sent, a new connection may be tried.
        const stale = reused && !begun && outcome.kind === 'later' && outcome.cause.kind === 'broke-off'
        if (!stale) return outcome
      }
    },
  }
}

async function connected(settings: MailSettings, held: Limits): Promise<{ connection: SMTPConnection } | { outcome: DeliveryOutcome }> {
  const { host, port, security, user, password } = settings
  const connection = new SMTPConnection({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    connectionTimeout: held.connecting,
    greetingTimeout: held.connecting,
    dnsTimeout: held.connecting,
    socketTimeout: held.silence,
  })
  // between two letters nobody listens, and a fault that nobody hears would end the process
  connection.on('error', () => {})
  try {
    await asked(connection, (done) => connection.connect(done))
    if (user !== null) await asked(connection, (done) => connection.login({ user, pass: password ?? '' }, done))
    return { connection }
  } catch (problem) {
    connection.close()
    const fault = problem as Fault
    if (fault.code === 'EAUTH')
      return { outcome: { kind: 'later', cause: { kind: 'sign-in-refused', reply: fault.response ?? fault.message } } }
    return { outcome: { kind: 'later', cause: { kind: 'unreachable', code: fault.response ?? codeOf(fault) } } }
  }
}

/** A connection reports some faults to the caller and others only as an event. */
const asked = (connection: SMTPConnection, ask: (done: (fault?: Error | null) => void) => void): Promise<void> =>
  new Promise<void>((resolve, reject) => {
    connection.once('error', reject)
    ask((fault) => {
      connection.off('error', reject)
      if (fault) reject(fault)
      else resolve()
    })
  })

type Handed = { outcome: DeliveryOutcome; begun: boolean }

/**
 * 手渡し — the line that ends a letter is written only after its last byte was read: while something of it is left, the server cannot
 * have taken it. Once all was read and no answer came, nobody knows.
 */
function handOver(connection: SMTPConnection, { from, to }: { from: string; to: string }, bytes: Buffer, whole: number): Promise<Handed> {
  const progress = { begun: false, read: false }
  const letter = new Readable({
    read() {
      progress.begun = true
      this.push(bytes)
      progress.read = true
      this.push(null)
    },
  })
  return new Promise((resolve) => {
    const end = (fault: Fault | null): void => {
      clearTimeout(watch)
      connection.off('error', end)
      resolve({ outcome: fault ? outcomeOf(fault, progress.read) : { kind: 'sent' }, begun: progress.begun })
    }
    const watch = setTimeout(() => end(Object.assign(new Error('時間切れ'), { code: 'ETIMEDOUT' })), whole)
    connection.once('error', end)
    connection.send({ from, to: [to], size: bytes.length }, letter, end)
  })
}

/** What the operating system calls it («connect ECONNREFUSED …»), else what the library does. */
const codeOf = ({ code, message }: Pick<Fault, 'code' | 'message'>): string => /\bE[A-Z]{3,}\b/.exec(message)?.[0] ?? code ?? message

/** Replies that speak of the connection or of the account, not of this letter: they end when the settings are put right. */
const ABOUT_THE_ACCOUNT: ReadonlySet<number> = new Set([530, 534, 535, 538])

function outcomeOf({ responseCode, response, code, message }: Fault, read: boolean): DeliveryOutcome {
  if (responseCode !== undefined && ABOUT_THE_ACCOUNT.has(responseCode))
    return { kind: 'later', cause: { kind: 'sign-in-refused', reply: response ?? message } }
  if (responseCode !== undefined && responseCode >= 400)
    return { kind: responseCode >= 500 ? 'refused' : 'later', cause: { kind: 'server-said', reply: response ?? message } }
  return { kind: read ? 'unknown' : 'later', cause: { kind: 'broke-off', code: codeOf({ code, message }) } }
}
