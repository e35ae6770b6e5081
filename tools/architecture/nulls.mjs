/** The files in whose types null stands; anywhere else what is absent is undefined. */
export const withNull = [
  // The value of a figure that is not known.
  'server/src/syntax/number.ts', 'server/src/model/report.ts',
  'server/src/model/tables/rows/figures.ts', 'server/src/model/tables/doubts/doubt.ts', 'server/src/model/tables/doubts/joined.ts',
  'server/src/model/tables/doubts/run-in-row.ts',
  'server/src/model/arithmetic/tally.ts', 'server/src/model/arithmetic/ledger.ts', 'server/src/model/arithmetic/acts/moved.ts',
  'server/src/collection/digest.ts', 'server/src/collection/rollup.ts', 'server/src/collection/years.ts', 'server/src/trial.ts',
  'server/src/rules/support/identity-messages.ts', 'server/src/features/key-figures.ts', 'server/src/features/last-year.ts',
  'server/src/types/figures.ts', 'server/src/types/form-view.ts', 'server/src/types/states.ts', 'server/src/library/types.ts', 'server/src/cli/formats/csv.ts',
  // An answer in JSON that says nothing.
  'server/src/service-types.ts', 'server/src/features/compile-into.ts', 'server/src/features/definitions.ts', 'server/src/features/form-view.ts',
  'server/src/features/hover.ts', 'server/src/features/paste-figures.ts', 'server/src/features/paste-table.ts', 'server/src/features/signature.ts',
  'server/src/lsp/protocol.ts', 'server/src/lsp/compile-protocol.ts', 'server/src/lsp/export-protocol.ts', 'server/src/lsp/folder-protocol.ts',
  'server/src/lsp/office-protocol.ts', 'server/src/lsp/settings-files.ts', 'server/src/node/writer.ts',
  'client/src/connection.ts', 'client/src/new-report/index.ts', 'client/src/tables/formatting.ts',
  // What PDF.js and browsers give.
  'server/src/pdf-glyphs/operators.ts', 'server/src/pdf-glyphs/pdfjs.d.ts',
  'client/src/preview/page/dom.ts', 'client/src/preview/page/pointer.ts', 'client/src/preview/page/sheet.ts',
];
