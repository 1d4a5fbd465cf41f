/** 守りの見出し — nothing but our own style sheet, images and forms; no script at all, no frame around us. */
export const SECURITY_HEADERS: Record<string, string> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

/**
 * 職員の画面の守りの見出し — one script of our own, which may ask only this server (drafts are saved while one writes).
 * Nothing inline, as everywhere.
 */
export const STAFF_POLICY = `${SECURITY_HEADERS['content-security-policy']}; script-src 'self'; connect-src 'self'`

/** HSTS — two years; a browser heeds it only where the answer came by https, which the proxy before us says. */
export const STRICT_TRANSPORT = 'max-age=63072000; includeSubDomains'

/** このサーバからの送信か — a form of another site cannot write here (S-15). Without either header it is no browser's form. */
export function isSameOrigin(request: { header: (name: string) => string | undefined }): boolean {
  const host = request.header('host')
  const origin = request.header('origin')
  if (origin && origin !== 'null') return hostOf(origin) === host
  return request.header('sec-fetch-site') === 'same-origin'
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}

/** この機械の名か — a page of another site may have its name resolve to 127.0.0.1; its Host header gives it away. */
export function isLoopbackHost(host: string | undefined): boolean {
  const name = (host ?? '').replace(/:\d+$/, '')
  return name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name)
}
