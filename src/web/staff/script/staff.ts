/*
 * 職員の画面のスクリプト — runs in the browser, where scripts run; every page works without it. build.mjs makes one file
 * of it, dist/staff.js.
 */
document.documentElement.classList.add('scripted')
