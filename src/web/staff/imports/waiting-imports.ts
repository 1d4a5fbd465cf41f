import { randomBytes } from 'node:crypto'
import type { Proposal } from '../../../workflows/import-document.ts'
import type { NoTarget, Said } from '../../../workflows/import-target.ts'
import type { ReadReform } from '../../../workflows/read-reform.ts'

/** 確認待ちの取込み — read, not yet stored: it lives in memory until it is accepted, dropped, or pushed out by newer ones. */
export type WaitingImport = {
  reads: ReadReform[]
  refused: { name: string; why: string }[]
  said: Said
  /** what would change; or why it is not known where the documents belong */
  proposed: { ok: true; value: Proposal[] } | { ok: false; problem: NoTarget }
}

const MOST = 8

export class WaitingImports {
  private readonly all = new Map<string, WaitingImport>()

  keep(waiting: WaitingImport): string {
    const id = randomBytes(12).toString('hex')
    const oldest = this.all.size >= MOST ? this.all.keys().next() : null
    if (oldest && !oldest.done) this.all.delete(oldest.value)
    this.all.set(id, waiting)
    return id
  }

  get(id: string): WaitingImport | null {
    return this.all.get(id) ?? null
  }

  replace(id: string, waiting: WaitingImport): void {
    if (this.all.has(id)) this.all.set(id, waiting)
  }

  drop(id: string): void {
    this.all.delete(id)
  }
}
