/** 画面の名 */
export const SITE_NAME = '行財政改革ポータル'
