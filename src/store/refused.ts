/** Why a store cannot be opened; somebody else has it, or another major version of PostgreSQL wrote it. */
export type StoreProblem =
  | { kind: 'store-in-use'; folder: string }
  | { kind: 'other-version'; folder: string; found: string; expected: string }
  | { kind: 'not-a-store'; folder: string }

function wording(problem: StoreProblem): string {
  switch (problem.kind) {
    case 'store-in-use':
      return `データベース ${problem.folder} は別のプロセスが使用中です。そのプロセスを終了してから、もう一度実行してください。`
    case 'other-version':
      return `データベース ${problem.folder} は PostgreSQL ${problem.found} の形式です。この版は PostgreSQL ${problem.expected} の形式だけを開けます。作成した版の kaikaku で書き出してから、新しいフォルダーに取り込んでください。`
    case 'not-a-store':
      return `${problem.folder} には kaikaku のデータベースではないファイルがあります。空のフォルダーを指定してください。`
  }
}

export class StoreRefused extends Error {
  readonly problem: StoreProblem
  constructor(problem: StoreProblem) {
    super(wording(problem))
    this.name = 'StoreRefused'
    this.problem = problem
  }
}
