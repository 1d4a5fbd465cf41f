import type { Brand } from '../vocabulary/brand.ts'
import type { Source } from './edition.ts'
import type { Lineage } from './record.ts'
import type { RecordId } from './record-id.ts'

export type CarryOverId = Brand<string, 'CarryOverId'>

/** 見直し区分 — 継続, 統合, 分割, 完了, 廃止; a new initiative without an origin is 新規. */
export type CarryOverDecision = 'continue' | 'merge' | 'split' | 'complete' | 'end'
export const CARRY_OVER_DECISIONS: readonly CarryOverDecision[] = ['continue', 'merge', 'split', 'complete', 'end']

/**
 * 引継ぎの行 — one initiative of the old phase: what is decided of it (null: not yet), and in which of the new ones it goes on.
 * `word` is the 見直し区分 as the table prints it where it is not the plain one: 「継続（新規）」.
 */
export type CarryOverRow = {
  initiative: RecordId
  decision: CarryOverDecision | null
  word: string | null
  /** keys of targets */
  to: string[]
  reason: string
}

/** 新しい期の取組 — without an origin it is 新規. `under`: a node of the old phase, which is carried with it. */
export type CarryOverTarget = {
  key: string
  number: string | null
  title: string
  under: RecordId | null
  /** 整理表での位置 — a new one is printed behind this old initiative; null: at the end of its theme */
  after: RecordId | null
  /** somebody added it as 新規: it stays when no old initiative goes on in it */
  added: boolean
  sections: string[]
  note: string
}

/** 引継ぎの状態 — 検討中, 作成済（取り消せる）. Once an edition shows the new phase it can no longer be undone. */
export type CarryOverState = 'drafting' | 'applied'

/** 取組の引継ぎ — the working paper of the 取組み整理表: the old phase decided initiative by initiative, and the new phase that it makes. */
export type CarryOver = {
  id: CarryOverId
  /** the phase that ends */
  from: RecordId
  /** the phase that is made */
  title: string
  kind: string | null
  period: { from: number; to: number } | null
  rows: CarryOverRow[]
  targets: CarryOverTarget[]
  state: CarryOverState
  version: number
  /** what applying it made, so that it can be taken back */
  made: CarryOverMade | null
}

/** 引継ぎで作ったもの — the ids, the lines of the lineage, and of each thing the hash of what it said when it was made. */
export type CarryOverMade = {
  plan: RecordId
  nodes: RecordId[]
  initiatives: RecordId[]
  indicators: RecordId[]
  lineage: Lineage[]
  /** the imported table whose place they took, and where its values had come from */
  replaced: { lineage: Lineage[]; sources: Source[] }
  hashes: Record<string, string>
}
