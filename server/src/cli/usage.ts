import * as l10n from '@vscode/l10n';
import { readEnds } from '../report-files.ts';
import { displayWidth } from '../syntax/text.ts';

/** What `--help` says. */
export function usage(): string {
  const commands: [string, string][] = [
    ['check PATH…', l10n.t('check files, or all reports in folders')],
    ['fix PATH…', l10n.t('set totals to what their parts say, and write the files')],
    ['extract PATH…', l10n.t('give the figures of the tables')],
    ['export --to FORMAT PATH…', l10n.t('write reports as Word documents or web pages, or their figures as a workbook, CSV or JSON')],
    ['rollup PATH…', l10n.t('make a government\'s report of its units\' figures (the settings name them under "hierarchy")')],
    ['text PATH…', l10n.t('give the text of a Word file, workbook or PDF as it is checked')],
    ['lsp --stdio', l10n.t('be the language server of an editor')],
  ];
  const options: [string, string][] = [
    ['--format text|json|sarif|junit|github', l10n.t('check: how to write the findings; text if not given')],
    ['--format html|xlsx|csv', l10n.t('check: the list of findings to hand out, with what a reviewer decided; xlsx with --output FILE')],
    ['--format page', l10n.t('check: the folder on one page: who has handed in by year, findings, main figures and charts')],
    ['--format json|csv', l10n.t('extract: how to write the figures; json if not given')],
    ['--code CODE…', l10n.t('fix: apply the one safe fix of each finding with this code')],
    ['--all', l10n.t('fix: apply every safe fix; 0 for blanks and signs like /, missing sections, tables and rows, and last year\'s figures are written only for the code that is named (--code blank-cell, not-a-number, missing-section, missing-table, missing-row, carry-over, in-force)')],
    ['--dry-run', l10n.t('fix: show the changes as a unified diff and write nothing')],
    ['--track-changes', l10n.t('fix: write corrections of Word files as tracked changes, to be accepted in Word or WPS')],
    ['--comments DIR', l10n.t('check: write copies of Word files with findings into this folder, each finding a comment at its place')],
    ['--organ NAME, --year N', l10n.t('rollup: which government and year, where there are several')],
    ['--output DIR', l10n.t('fix: write the corrected copies into this folder and leave the files as they are')],
    ['--output FILE', l10n.t('check, extract: write the results into this file, in UTF-8 whatever the shell makes of a redirection')],
    ['--baseline FILE', l10n.t('check: findings that this file knows do not count; --write-baseline writes it')],
    ['--max-warnings N', l10n.t('check: exit with 1 where there are more warnings than this')],
    ['--quiet', l10n.t('check: name errors only, and count the rest')],
    ['--cache', l10n.t('check: keep what was found, and read only what has changed the next time; --cache-location DIR says where')],
    ['--watch', l10n.t('check: check again whenever a report or the settings change')],
    ['--stdin-filename NAME', l10n.t('the name that standard input goes by, in results, in the settings and for its format')],
    ['--skip-others', l10n.t('pass over files that are named and are no report, as in a folder; for commit hooks')],
    ['--verbose', l10n.t('say which settings files were used')],
    ['--to docx|html|xlsx|csv|json', l10n.t('export: docx and html are one file a report, the others one file of all figures')],
    ['--check-sheet', l10n.t('export: the check sheet of each report, with its identities, its findings and room for signatures; docx or html')],
    ['--output FILE|DIR/', l10n.t('export: the file to write, in the place of one that is there; a folder takes a file for each report and none of its files is overwritten')],
    ['--config FILE', l10n.t('take this settings file and not the nearest .disclosure-report.json')],
    ['--encoding NAME', l10n.t('utf-8, utf-16le, utf-16be, gb18030 or big5; found out if not given')],
    ['--locale zh-cn|en', l10n.t('the language of messages')],
    ['--version, --help', l10n.t('say which version this is, or this text')],
  ];
  return [
    l10n.t('Checks annual reports on disclosure of government information.'),
    '',
    l10n.t('Usage: disclosure-report COMMAND [OPTION…] PATH…'),
    '',
    ...columns(commands),
    '',
    ...columns(options),
    '',
    l10n.t('A PATH is a file, a folder ({0}; what .gitignore names is left out), a glob such as 2024/**/*.docx in quotation marks, a .zip of such files, or - for standard input.', readEnds.join(' ')),
    l10n.t('Files that cannot be read are named and counted. Exit code: 0 no error was found, 1 at least one error, or too many warnings, 2 wrong usage, a named file that could not be read or one that could not be written, or folders in which check found no report.'),
    '',
  ].join('\n');
}

function columns(rows: readonly [string, string][]): string[] {
  const width = Math.max(...rows.map(([left]) => displayWidth(left)));
  return rows.map(([left, right]) => `  ${left}${' '.repeat(width - displayWidth(left))}  ${right}`);
}
