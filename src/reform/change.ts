/** 取込みによる変化 — what accepting a document would change in the stored record, in the order of the record. */
export type Change = {
  kind: 'added' | 'changed'
  /** the list it is in: «initiatives», «indicators» */
  list: string
  /** what it is called in the record: a title, a name, the beginning of a text */
  title: string
  field: string | null
  before: string | null
  after: string | null
  /** pointer into the document's record: with it the reviewer leaves a record out */
  pointer: string
  at: string[]
}
