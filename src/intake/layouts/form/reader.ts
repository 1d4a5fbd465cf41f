import { fold } from '../../../vocabulary/folding.ts'
import type { Label } from '../../labels.ts'
import type { Cell, Row } from '../../read/page.ts'
import type { Field } from './field.ts'
import type { Form } from './state.ts'

/** A label that waits for the value below it. */
export type Waiting = { label: Label; cell: Cell; answered: boolean; number: { text: string; cell: Cell } | null }
/** `last` is the field read last and the column its value stood in: text below it may go on with it. */
export type Reader = { form: Form; waiting: Waiting[]; last: { field: Field; column: number; row: Row } | null }

/** A number that stands alone in its cell or on its line. */
export const isNumber = (text: string): boolean =>
  /^(?:[①-⑳]|[(]?\d{1,3}(?:[-.]\d{1,3}){0,3}[).]?|No\.?\s?\d+|[ア-ン]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])$/.test(fold(text).trim()) || /^[①-⑳]$/.test(text.trim())
