/** 受け付ける大きさ — larger files are refused before anything is read of them. */
export const LARGEST_FILE = 20_000_000
export const WIDEST_TABLE = 1_000
export const MOST_CELLS = 1_000_000
/** The longest plans have a tenth of this; what is longer is no plan, and would be read for minutes. */
export const MOST_CHARACTERS = 1_000_000
export const MOST_ROWS = 100_000
