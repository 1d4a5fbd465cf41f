/*
 * 職員の画面のスクリプト — runs in the browser, where scripts run; every page works without it. build.mjs makes one file
 * of it, dist/staff.js.
 */
import { keepDraft } from './autosave.ts'

document.documentElement.classList.add('scripted')
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) keepDraft(form, form.dataset.autosave ?? '')
