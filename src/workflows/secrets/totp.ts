import { createHmac, randomBytes } from 'node:crypto'

/** RFC 6238 with the numbers that every authenticator app has: HMAC-SHA-1, 30 seconds, 6 digits. */
const STEP = 30_000
const DIGITS = 6
/** One step before and after: clocks of phones go wrong by some seconds. */
const DRIFT = [0, -1, 1]
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** 20 bytes as RFC 4226 recommends for SHA-1. */
export const newTotpSecret = (): string => toBase32(randomBytes(20))

export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

export const stepAt = (at: Date): number => Math.floor(at.getTime() / STEP)

/** The code of a step (RFC 4226, 5.3). */
export function codeOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = (mac.at(-1) as number) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS).padStart(DIGITS, '0')
}

/** The step whose code was typed; null where it is wrong, or a code of that step or a later one was used before (6.5.1). */
export function stepOfCode(secret: string, typed: string, at: Date, lastStep: number | null): number | null {
  const code = typed.normalize('NFKC').replace(/\s/g, '')
  const step = DRIFT.map((drift) => stepAt(at) + drift).find((one) => codeOf(secret, one) === code)
  return step === undefined || (lastStep !== null && step <= lastStep) ? null : step
}

/** What an authenticator app opens: issuer and account name stand in its list. */
export const totpLink = (secret: string, issuer: string, login: string): string =>
  `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(login)}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`
