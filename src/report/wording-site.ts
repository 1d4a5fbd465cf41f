/** 画面の名 */
export const SITE_NAME = '行財政改革ポータル'

export const missingText =
  'お探しの頁はありません。アドレスが間違っているか、新しい版で番号が変わった可能性があります。自治体の一覧から探してください。'
export const brokenText = (incident: string): string =>
  `表示の途中で問題が起きました。しばらくしてからもう一度お試しください。続くときは、管理者に次の番号をお知らせください：${incident}`

/** 架空の自治体 — a code begins with the number of its prefecture, and there are 47: 990019 is nobody's. */
export const isInvented = (code: string): boolean => Number(code.slice(0, 2)) > 47
export const INVENTED = '架空の自治体による見本'

/** 何も公表していないときの案内 */
export const emptyWords = {
  none: '公表された計画はまだありません。',
  lead: '職員の方へ：計画を書くか、今ある文書（Excel、CSV、テキスト）を取り込み、内容を確かめて公表すると、ここに現れます。',
  page: '画面から始めるとき：このアドレスの後ろに次を付けて開き、サインインします。',
  command: '端末から取り込むとき：取り込んでから公表します。',
  commands: ['npm run -s kaikaku -- import ファイル名', 'npm run -s kaikaku -- publish --out 書き出すフォルダー'],
}
