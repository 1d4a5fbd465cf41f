/** 画面の名 */
export const SITE_NAME = '行財政改革ポータル'

export const missingText =
  'お探しの頁はありません。アドレスが間違っているか、新しい版で番号が変わった可能性があります。自治体の一覧から探してください。'
export const brokenText = (incident: string): string =>
  `表示の途中で問題が起きました。しばらくしてからもう一度お試しください。続くときは、管理者に次の番号をお知らせください：${incident}`
