/** Who acts when the command line is used: the account of the operating system. */
export const operator = (): string => process.env.USER ?? process.env.USERNAME ?? '操作者'
