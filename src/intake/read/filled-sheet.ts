/** A cell that says something, row and column from 0: its text to the last blank, and its formula where it has one. */
export type FilledCell = [row: number, column: number, text: string, formula?: string]
/** Every sheet, also those that are hidden: forms carry their ids there. */
export type FilledSheet = { name: string; hidden: boolean; cells: FilledCell[] }
