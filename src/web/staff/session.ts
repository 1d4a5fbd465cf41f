import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'

/** The token itself is only in the cookie; the database knows its hash. */
export const newToken = (): string => randomBytes(32).toString('base64url')
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/**
 * クッキーの名 — `__Host-` binds it to this host and to https, which browsers also grant to localhost. On a closed network
 * without https (KAIKAKU_PLAIN_HTTP=1) it has another name, so that one never passes for the other.
 */
export const cookieName = (plainHttp: boolean): string => (plainHttp ? 'kaikaku' : '__Host-kaikaku')
export const cookieOptions = (plainHttp: boolean) => ({ httpOnly: true, secure: !plainHttp, sameSite: 'Lax', path: '/' }) as const

export const tokenIn = (c: Context, plainHttp: boolean): string | null => getCookie(c, cookieName(plainHttp)) ?? null
