/**
 * The house: which room may import which, and which packages are guests of which rooms.
 * dependency-cruiser reads this table (.dependency-cruiser.mjs); imports go only downwards.
 */
export const rooms = {
  vocabulary: [],
  reform: ['vocabulary'],
  'intake/read': ['vocabulary', 'reform'],
  intake: ['vocabulary', 'reform', 'intake/read'],
  store: ['vocabulary', 'reform'],
  evaluate: ['vocabulary', 'reform'],
  report: ['vocabulary', 'reform', 'evaluate'],
  kit: ['vocabulary'],
  publish: ['vocabulary', 'reform', 'report', 'kit'],
  forms: ['vocabulary', 'reform', 'intake/read', 'report'],
  mail: ['vocabulary'],
  workflows: ['vocabulary', 'reform', 'intake/read', 'intake', 'store', 'evaluate', 'report', 'publish', 'forms', 'mail'],
  web: ['vocabulary', 'reform', 'intake/read', 'intake', 'store', 'report', 'kit', 'publish', 'workflows'],
  cli: ['vocabulary', 'reform', 'intake/read', 'intake', 'store', 'report', 'publish', 'workflows', 'web'],
}

/** package → rooms it is a guest of; a package that is not here may not be imported at all */
export const guests = {
  'big.js': ['vocabulary'],
  kysely: ['store'],
  pg: ['store'],
  '@electric-sql/pglite': ['store'],
  hucre: ['intake/read', 'publish', 'forms'],
  fflate: ['intake/read', 'forms'],
  papaparse: ['intake/read', 'forms'],
  'csv-stringify': ['publish'],
  docx: ['forms'],
  nodemailer: ['mail'],
  '@holiday-jp/holiday_jp': ['vocabulary'],
  'd3-scale': ['kit'],
  'd3-shape': ['kit'],
  react: ['kit', 'publish', 'web'],
  'react-dom': ['publish'],
  hono: ['web'],
  '@hono/node-server': ['web'],
}
