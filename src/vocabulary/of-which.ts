import { foldTight } from './folding.ts'

/** 内書の行 — «（うち新規分）», «再掲»: of what stands above, and nothing of its own; adding it would count it twice. */
export const isOfWhich = (text: string): boolean => /^[(【※・]?(?:うち|再掲|内数|内書|外数|参考|別掲)/.test(foldTight(text))
