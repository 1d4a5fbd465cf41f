import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

export type KeptPage = { html: Uint8Array<ArrayBuffer>; gzip: Uint8Array<ArrayBuffer>; etag: string }

/**
 * 頁の控え — drawn pages of the frozen editions. The key is the path and the known query parameters only, so that an
 * unknown parameter can neither fill it nor change what others see; the oldest page goes when it is full.
 */
export class PageCache {
  private readonly kept = new Map<string, KeptPage>()
  private readonly most: number

  constructor(most = 3_000) {
    this.most = most
  }

  get(key: string, draw: () => string): KeptPage {
    const known = this.kept.get(key)
    if (known) return known
    const html = new TextEncoder().encode(draw())
    const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 20)}"`
    const page = { html, gzip: new Uint8Array(gzipSync(html, { level: 6 })), etag }
    const oldest = this.kept.size >= this.most ? this.kept.keys().next() : null
    if (oldest && !oldest.done) this.kept.delete(oldest.value)
    this.kept.set(key, page)
    return page
  }

  clear(): void {
    this.kept.clear()
  }
}
