interface Group {
  readonly title: string;
  readonly english: string;
  readonly codes: readonly string[];
}

/** The codes of all findings in the order in which people read of them, in groups with their names. */
export const groups: readonly Group[] = [
  {
    title: '勾稽关系',
    english: 'Identities',
    codes: ['balance', 'results-total', 'row-total', 'review-total', 'suspect-figure'],
  },
  {
    title: '报告与章节',
    english: 'Report and sections',
    codes: [
      'not-a-report', 'report-begun', 'tables-only', 'unsupported-year', 'report-title', 'missing-section', 'duplicate-section', 'section-order',
      'section-numbering', 'section-title', 'empty-section',
    ],
  },
  {
    title: '表格',
    english: 'Tables',
    codes: [
      'missing-table', 'unreadable-table', 'superseded-form', 'missing-row', 'duplicate-row', 'unknown-row',
      'missing-column', 'cell-count', 'row-label', 'group-row-figures', 'split-table',
    ],
  },
  {
    title: '单元格',
    english: 'Cells',
    codes: ['blank-cell', 'not-a-number', 'negative-count', 'fractional-count', 'malformed-number'],
  },
  {
    title: '正文',
    english: 'Words',
    codes: [
      'narrative-mismatch', 'narrative-item', 'narrative-sum', 'narrative-percentage', 'stale-year', 'report-period', 'information-fee',
      'leftover', 'other-organ', 'report-date', 'superseded-document', 'document-counts', 'personal-data', 'broken-numbering', 'listed-parts',
      'repeated-text', 'empty-subsection', 'doubled-word',
    ],
  },
  {
    title: '几份报告之间',
    english: 'Several reports',
    codes: ['carry-over', 'in-force', 'rollup', 'missing-unit', 'duplicate-report'],
  },
  {
    title: '设置与屏蔽',
    english: 'Settings and suppression',
    codes: ['settings-file', 'unknown-silence', 'unused-silence'],
  },
];
