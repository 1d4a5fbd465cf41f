import { foldTight } from './folding.ts'

/** 再掲 — at the end of a title: what stands below says again, or computes, what stands elsewhere in the same book. */
export const REPEATED = '（再掲）'

/** 再掲の題か — «成果と費用（再掲）». */
export const isRepeated = (title: string): boolean => /[(（]再掲[)）]$/.test(foldTight(title))
