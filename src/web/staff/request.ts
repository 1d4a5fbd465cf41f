import type { Context } from 'hono'
import { isLoopbackHost } from '../security.ts'

const forwarded = (c: Context): string | undefined => c.req.header('x-forwarded-for')

/** The address of whoever is at the other end of the line; null where there is no line, as in a test. */
const remote = (c: Context): string | null =>
  (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress ?? null

const isThisMachine = (address: string): boolean => address === '::1' || /^(::ffff:)?127\./.test(address)

/**
 * どこから — for the limit of sign-ins. What a request says about itself is believed only where it comes through a proxy that
 * stands on this machine or was named (KAIKAKU_PROXY); the last entry is the one that the proxy wrote.
 */
export function addressOf(c: Context, proxies: readonly string[] = []): string {
  const line = remote(c)
  const said = forwarded(c)?.split(',').at(-1)?.trim()
  if (said && (line === null || isThisMachine(line) || proxies.includes(line.replace(/^::ffff:/, '')))) return said.slice(0, 60)
  return line ?? 'unknown'
}

/**
 * この機械の前から — asked by a name of this machine and through no proxy. A page of another site may have its own name resolve
 * to 127.0.0.1 (DNS rebinding); its Host header gives it away.
 */
export const isAtThisMachine = (c: Context): boolean =>
  isLoopbackHost(c.req.header('host')) && forwarded(c) === undefined && c.req.header('forwarded') === undefined

/** Whether the browser speaks https with us, or with the proxy before us. */
export const isEncrypted = (c: Context): boolean =>
  c.req.header('x-forwarded-proto')?.split(',')[0]?.trim() === 'https' || new URL(c.req.url).protocol === 'https:'
