import type { ArchiveFault, Unreadable } from '../reform/unreadable.ts'

const megabytes = (bytes: number): string => `${Math.round(bytes / 100_000) / 10} MB`

const SAVE_AS: Record<string, string> = {
  pdf: 'PDF の読み取りにはまだ対応していません。元の Excel、CSV またはテキストのファイルを指定してください。',
  xls: '古い形式の Excel ファイル（.xls）です。Excel で開き、「Excel ブック（.xlsx）」として保存し直してください。',
  xlsb: 'バイナリ形式の Excel ファイル（.xlsb）です。Excel で開き、「Excel ブック（.xlsx）」として保存し直してください。',
  docx: 'Word 文書の読み取りにはまだ対応していません。本文をテキスト（.txt）として、表を Excel（.xlsx）として保存し直してください。',
  doc: 'Word 文書の読み取りにはまだ対応していません。本文をテキスト（.txt）として、表を Excel（.xlsx）として保存し直してください。',
  pptx: 'PowerPoint の読み取りにはまだ対応していません。本文をテキスト（.txt）として保存し直してください。',
  ods: 'OpenDocument の表計算ファイル（.ods）です。「Excel ブック（.xlsx）」として保存し直してください。',
  html: 'Web ページ（HTML）です。本文をテキスト（.txt）に、表を Excel（.xlsx）に貼り付けて保存してください。',
  rtf: 'リッチテキスト（.rtf）です。テキスト（.txt）として保存し直してください。',
  zip: 'ZIP ファイルですが、Excel ブックではありません。中のファイルを取り出して、一つずつ指定してください。',
}

const FAULTS: Record<ArchiveFault, string> = {
  path: '中に、外のフォルダーへ書き出そうとする名前があります。',
  link: '中に、ほかのファイルへのリンクがあります。',
  duplicate: '中に、同じ名前の部品が二つあります。',
  overlap: '中の部品どうしが重なっています。',
  zip64: '4 GB を超えるファイルのための形式（ZIP64）が使われています。',
  'too-many-entries': '中の部品が多すぎます。',
  'too-many-merges': '結合されたセルが多すぎるか、重なっています。',
}

/** 読み取れない理由の文 — what was found, and what to do. */
export function unreadableText(problem: Unreadable): string {
  switch (problem.kind) {
    case 'empty':
      return 'ファイルに文字が一つもありません。正しいファイルかどうかを確かめてください。'
    case 'binary':
      return `文字のファイルではありません${problem.looksLike ? `（${problem.looksLike}のようです）` : ''}。Excel（.xlsx）、CSV またはテキストのファイルを指定してください。`
    case 'too-large':
      return `ファイルが大きすぎます（${megabytes(problem.bytes)}、上限は ${megabytes(problem.limit)}）。必要なシートや範囲だけを残して保存し直すか、分けてください。`
    case 'encoding':
      return '文字コードが UTF-8 でも Shift_JIS でもないか、文字が壊れています。元のアプリケーションで UTF-8 として保存し直してください。'
    case 'truncated':
      return 'ファイルが途中で切れているか、壊れています。もう一度コピーまたはダウンロードし、開けることを確かめてから指定してください。'
    case 'zip-bomb':
      return '展開すると異常に大きくなるファイルです（圧縮爆弾の疑い）。読み取りを止めました。作成元に確かめ、Excel で保存し直してください。'
    case 'unsafe-archive':
      return `Excel が作るものとは違う、安全に開けないファイルです。${FAULTS[problem.fault]}作成元に確かめ、Excel で保存し直してください。`
    case 'doctype':
      return 'ファイルの中に DOCTYPE 宣言があります。Excel はこれを書きません。読み取りを止めました。作成元に確かめ、Excel で保存し直してください。'
    case 'encrypted':
      return 'パスワードで保護されたファイルです。Excel で開き、読み取りパスワードを外して保存し直してください。'
    case 'not-supported':
      return (
        (Object.hasOwn(SAVE_AS, problem.type) && SAVE_AS[problem.type]) ||
        `この種類のファイル（${problem.type}）は読み取れません。Excel（.xlsx）、CSV またはテキストのファイルを指定してください。`
      )
    case 'too-wide':
      return `表の列が多すぎます（${problem.columns.toLocaleString('ja-JP')} 列、上限は ${problem.limit.toLocaleString('ja-JP')} 列）。区切り文字が正しいか、表の右の遠くに文字が残っていないかを確かめてください。`
    case 'too-many-cells':
      return '表のセルが多すぎて読み取れません。必要なシートや範囲だけを残して保存し直すか、分けてください。'
    case 'too-long':
      return `文書が長すぎます（${problem.count.toLocaleString('ja-JP')} ${problem.unit}、上限は ${problem.limit.toLocaleString('ja-JP')} ${problem.unit}）。計画や取組状況の部分だけを残して保存し直すか、分けてください。`
    case 'too-slow':
      return `${problem.seconds} 秒たっても読み終わりませんでした。必要なシートや範囲だけを残して保存し直してください。`
  }
}
