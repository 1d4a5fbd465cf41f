import type { Layout } from './layout.ts'

/** 書式の一覧 — the order is the order of asking: the more particular first, prose last. */
export const layouts: readonly Layout[] = []
