/** What is wrong with an archive that no office program would have written. */
export type ArchiveFault = 'path' | 'link' | 'duplicate' | 'overlap' | 'zip64' | 'too-many-entries' | 'too-many-merges'

/** 読み取れない理由 — why a file could not be read; worded in report/wording-unreadable.ts. */
export type Unreadable =
  | { kind: 'empty' }
  | { kind: 'binary'; looksLike: string | null }
  | { kind: 'too-large'; bytes: number; limit: number }
  | { kind: 'encoding' }
  | { kind: 'truncated' }
  | { kind: 'zip-bomb' }
  | { kind: 'unsafe-archive'; fault: ArchiveFault }
  | { kind: 'doctype' }
  | { kind: 'encrypted' }
  | { kind: 'not-supported'; type: string }
  | { kind: 'too-wide'; columns: number; limit: number }
  | { kind: 'too-many-cells' }
  | { kind: 'too-long'; count: number; limit: number; unit: '字' | '行' }
  | { kind: 'too-slow'; seconds: number }
