import { randomInt } from 'node:crypto'

/** No letter that is taken for another one on paper or on the phone: 0 and O, 1 and l and I. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 4
const IN_GROUP = 4

/** 初回パスワード — 79 bits in four groups, written down once and changed at the first sign-in. */
export const newOneTimePassword = (): string =>
  Array.from({ length: GROUPS }, () => Array.from({ length: IN_GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join('-')
