/** A spreadsheet takes a text that begins so for a formula, or cuts the cell there. */
const DANGEROUS = /^[=+\-@＝＋－＠\t\r\n\0]/
/** «-5,000», «+3.2%» and the dash that means 該当なし are answers, and no formula can be made of them. */
const HARMLESS = /^(?:[-+－＋]?[\d,]+(?:\.\d+)?[%％]?|[-－]+)$/

/** 数式の無害化 — an apostrophe in front of what a spreadsheet would run; reversible, see withoutFormulaGuard. */
export function withFormulaGuard(text: string): string {
  const bare = text.replace(/^'+/, '')
  return DANGEROUS.test(bare) && !HARMLESS.test(text) ? `'${text}` : text
}

/** Takes off the apostrophe that withFormulaGuard put in front. */
export function withoutFormulaGuard(text: string): string {
  const bare = text.slice(1)
  return text.startsWith("'") && withFormulaGuard(bare) === text ? bare : text
}
