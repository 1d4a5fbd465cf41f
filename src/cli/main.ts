import { type Arguments, readArguments } from './arguments.ts'
import { COULD_NOT, say } from './terminal.ts'

const USAGE = `使い方：npm run -s kaikaku -- <命令> [引数]
  import ファイル…   文書を読み取り、検算して取り込む
      --dry-run              読み取るだけで、取り込まない
      --json                 読み取った記録を JSON で標準出力に書く（1文書1行）
      --out ファイル         JSON をファイルに書く
      --places               JSON に値ごとの出典を付ける
      --municipality コード  どの市区町村のものか（団体コード6桁または名称）
      --plan 名称            どの計画のものか
  check [ファイル…]  検算の結果を示す（ファイルを省くと、取り込んだ計画）
  publish --out フォルダー   新しい公表版を作り、静的なサイトとして書き出す
  list               取り込んだ市区町村・計画・文書・公表版の一覧
  audit verify       変更の記録が書き換えられていないかを調べる
      --head ファイル        前に控えた末尾とも比べる
  audit head --out ファイル  記録の末尾の控えを書き出す（データベースの外に保管する）
  serve              サーバーを動かす（PORT、HOST）
  remind             今日の督促を作り、送信待ちのものを送る（--dry-run で通数だけを示す）
  seed               架空のあおば市の文書を取り込み、公表する
  start [--empty]    はじめてなら seed してから serve する
  reset-administrator [ログイン名]  管理者の初回パスワードを出し直す（サーバーを止めてから）
終了コード：0 できた　1 できたが合わない検算や記録がある　2 できなかった`

/** Each command is loaded when it is asked for: reading a document must not wait for a database or a server. */
const COMMANDS: Record<string, () => Promise<(args: Arguments) => Promise<number>>> = {
  import: async () => (await import('./import.ts')).runImport,
  check: async () => (await import('./check.ts')).runCheck,
  publish: async () => (await import('./publish.ts')).runPublish,
  list: async () => (await import('./list.ts')).runList,
  audit: async () => (await import('./audit.ts')).runAudit,
  serve: async () => (await import('./serve.ts')).runServe,
  seed: async () => (await import('./seed.ts')).runSeed,
  remind: async () => (await import('./remind.ts')).runRemind,
  'reset-administrator': async () => (await import('./reset-administrator.ts')).runResetAdministrator,
  start: async () => (await import('./serve.ts')).runStart,
}

/** npm scripts bring their own Node 24; started by hand, an older one must not fail somewhere in the middle. */
const NODE_NEEDED = 24

async function main(argv: string[]): Promise<number> {
  if (Number(process.versions.node.split('.')[0]) < NODE_NEEDED) {
    say(
      `Node.js ${NODE_NEEDED} 以上が必要です（今は ${process.versions.node}）。npm start または npm run -s kaikaku -- … から実行してください。`,
    )
    return COULD_NOT
  }
  const [name, ...rest] = argv
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  const args = parsed(rest)
  if (!command || args === null || args.values.help) {
    if (name && !command && !name.startsWith('-')) say(`「${name}」という命令はありません。`)
    say(...USAGE.split('\n'))
    return name === '--help' || name === '-h' || args?.values.help ? 0 : COULD_NOT
  }
  return (await command())(args)
}

function parsed(argv: string[]): Arguments | null {
  try {
    return readArguments(argv)
  } catch (error) {
    const option = /'(-[^']*)'/.exec((error as Error).message)?.[1]
    say(option ? `「${option}」という指定は分かりません。` : '引数の書き方が分かりません。')
    return null
  }
}

/** A bug or a broken disk is no finding: it ends with 2, and with what a report of it needs. */
function brokenOff(error: unknown): number {
  say('思わぬ障害のため、途中で止まりました。保存の途中だったときは、保存する前の状態のままです。')
  say(...(error instanceof Error ? (error.stack ?? error.message) : String(error)).split('\n'))
  return COULD_NOT
}

// React is a package beside the bundle and asks this when it is loaded: its development build takes three times as long
process.env.NODE_ENV ??= 'production'
process.exitCode = await main(process.argv.slice(2)).catch(brokenOff)
