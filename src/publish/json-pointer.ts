/** JSON ポインター — of a key under another pointer. */
export const pointer = (at: string, key: string): string => `${at}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`
