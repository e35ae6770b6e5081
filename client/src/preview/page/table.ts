import type { FormCell, FormFigure, FormFinding, FormTableView } from '../../../../server/src/lsp/protocol.ts';
import type { Words } from '../words.ts';
import { element, format, setAttribute, setText } from './dom.ts';
import { headersOf } from './headers.ts';
import { describeLastYear, lastYearElement, updateLastYear } from './last-year.ts';
import { describeIdentity, identitiesAt, operandsOf } from './identities.ts';

/** A label that stands beside so many rows is printed downwards, as on the official form. */
const tallLabel = 12;

const severities = ['error', 'warning', 'information', 'hint'] as const;

/** One table of the form in the page. It is built once; later views change only the cells that differ. */
export interface TableElement {
  readonly root: HTMLElement;
  readonly cells: readonly HTMLTableCellElement[];
  view(): FormTableView;
  /** Whether a view has the same printed grid. */
  fits(view: FormTableView): boolean;
  /** `compares`: last year's figures stand with this year's. */
  update(view: FormTableView, words: Words, isReadOnly: boolean, compares: boolean): void;
  /** Brings a cell into view, beside the heads and the names of rows that stay there. */
  reveal(figure: number): void;
  /** Marks the selected cell and the operands of its identities; undefined clears the marks. */
  mark(figure: number | undefined): void;
}

/** The list of the identities of the selected figure, which describes its cell. */
export const termsId = 'terms';

export function createTable(first: FormTableView): TableElement {
  let view = first;
  const id = `table-${first.id}`;
  const heading = element('h2', { id });
  const state = element('p', { class: 'identities' });
  const { table, cells } = gridElement(first, id);
  const findings = element('ul', { class: 'findings' });
  const root = element('section', { class: 'form-table', 'data-table': first.id, 'aria-labelledby': id },
    element('div', { class: 'caption' }, heading, state),
    table, findings);
  return {
    root,
    cells,
    view: () => view,
    fits: (other) => other.id === first.id && other.form === first.form,
    update(next, words, isReadOnly, compares) {
      view = next;
      setText(heading, next.title);
      setText(state, describeState(next, words));
      root.classList.toggle('missing', !next.isFound);
      setAttribute(table, 'aria-readonly', isReadOnly || !next.isFound ? 'true' : undefined);
      cells.forEach((cell, index) => updateCell(cell, next, index, words, compares));
      updateFindings(findings, next, words);
      measure(table);
    },
    reveal(figure) {
      measure(table);
      cells[figure]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
    mark(figure) {
      const operands = figure === undefined ? undefined : operandsOf(view, figure);
      cells.forEach((cell, index) => {
        const operand = operands?.get(index);
        cell.classList.toggle('selected', index === figure);
        cell.classList.toggle('operand', operand !== undefined);
        cell.classList.toggle('operand-broken', operand === 'broken');
        setAttribute(cell, 'aria-selected', index === figure ? 'true' : 'false');
        setAttribute(cell, 'aria-describedby', index === figure ? termsId : undefined);
      });
    },
  };
}

/** Tells the style how much room the heads and the names of rows take that stay in view. */
function measure(table: HTMLTableElement): void {
  table.style.setProperty('--head', `${table.tHead?.offsetHeight ?? 0}px`);
  table.style.setProperty('--names', `${table.querySelector<HTMLElement>('th.corner')?.offsetWidth ?? 0}px`);
}

interface Grid {
  readonly table: HTMLTableElement;
  readonly cells: HTMLTableCellElement[];
}

function gridElement(view: FormTableView, label: string): Grid {
  const cells: HTMLTableCellElement[] = [];
  const head = element('thead');
  const body = element('tbody');
  const heads = headLines(view);
  view.rows.forEach((row, at) => {
    const line = element('tr', { role: 'row' });
    for (const cell of row) {
      const made = cellElement(cell);
      line.append(made);
      if (cell.figure === undefined) {
        made.id = headerId(label, at, cell);
      } else {
        cells[cell.figure] = made;
        made.setAttribute('headers', headersOf(view, at, cell).map((one) => headerId(label, one.row, one.cell)).join(' '));
      }
    }
    (at < heads ? head : body).append(line);
  });
  const table = element('table', { role: 'grid', class: `grid-${view.id}`, 'aria-labelledby': label }, ...(heads > 0 ? [head] : []), body);
  return { table, cells };
}

/** How many lines of heads stand above the figures; none where others stand between these, each for its own. */
function headLines({ rows }: FormTableView): number {
  const isHead = (row: readonly FormCell[]): boolean => row.every(({ kind }) => kind !== 'figure' && kind !== 'label');
  const first = rows.findIndex((row) => !isHead(row));
  return rows.slice(first).some(isHead) ? 0 : first;
}

function headerId(label: string, row: number, { column }: FormCell): string {
  return `${label}-${row}-${column}`;
}

const roles: Readonly<Record<FormCell['kind'], string>> = {
  heading: 'columnheader', corner: 'columnheader', header: 'columnheader', label: 'rowheader', figure: 'gridcell',
};

function cellElement({ kind, text, rowSpan, columnSpan, figure }: FormCell): HTMLTableCellElement {
  const cell = element(kind === 'figure' ? 'td' : 'th', { role: roles[kind], class: kind });
  cell.rowSpan = rowSpan;
  cell.colSpan = columnSpan;
  if (cell.tagName === 'TH') {
    cell.setAttribute('scope', kind === 'label' ? (rowSpan > 1 ? 'rowgroup' : 'row') : (columnSpan > 1 ? 'colgroup' : 'col'));
  }
  if (figure === undefined) {
    // The words of a head over several columns stay in view while one of these does.
    cell.append(kind === 'header' && columnSpan > 1 ? element('span', { class: 'words' }, text) : text);
    cell.classList.toggle('tall', kind === 'label' && rowSpan >= tallLabel);
    cell.classList.toggle('group', kind === 'label' && rowSpan > 1 && rowSpan < tallLabel);
  } else {
    cell.dataset['figure'] = String(figure);
    cell.tabIndex = -1;
    cell.append(element('span', { class: 'value' }), element('span', { class: 'difference' }), lastYearElement());
  }
  return cell;
}

function updateCell(cell: HTMLTableCellElement, view: FormTableView, index: number, words: Words, compares: boolean): void {
  const figure = view.figures[index];
  const [value, difference, beside] = cell.children;
  if (!figure || !value || !difference || !beside) {
    return;
  }
  const findings = view.findings.filter(({ figures }) => figures.includes(index));
  const gravest = severities.find((severity) => findings.some((finding) => finding.severity === severity));
  setText(value, figure.text);
  setText(difference, differenceAt(view, index, findings, words));
  updateLastYear(beside, figure);
  for (const severity of severities) {
    cell.classList.toggle(severity, severity === gravest);
  }
  cell.classList.toggle('total', figure.isTotal);
  cell.classList.toggle('blank', figure.state === 'blank');
  cell.classList.toggle('absent', figure.state === 'absent');
  cell.classList.toggle('no-number', figure.state === 'text' || figure.state === 'placeholder');
  setAttribute(cell, 'aria-invalid', gravest === 'error' || gravest === 'warning' ? 'true' : undefined);
  const spoken = [figure.name.join(' '), valueOf(figure, words), ...compares ? describeLastYear(figure, words) : [], ...findings.map(({ message }) => message)];
  setAttribute(cell, 'aria-label', spoken.join(words.separator));
  setAttribute(cell, 'title', tooltip(view, index, findings, words));
}

export function valueOf({ state, text, kind, value }: FormFigure, words: Words): string {
  switch (state) {
    case 'blank': return words.blank;
    case 'absent': return words.absent;
    case 'number': return kind === 'amount' ? `${value} ${words.inTenThousandYuan}` : text;
    default: return text;
  }
}

/** The difference of an identity stands once: in the cell that carries the finding, of several where it is reported, or else in the first. */
function differenceAt(view: FormTableView, index: number, findings: readonly FormFinding[], words: Words): string {
  const broken = identitiesAt(view, index).find(({ code, state }) => state === 'broken' && findings.some((finding) => finding.code === code))
    ?? (findings.some(({ code }) => code === 'suspect-figure') ? identitiesAt(view, index).find(({ state }) => state === 'broken') : undefined);
  const marked = broken === undefined ? [] : findings.flatMap(({ figures }) => figures.filter((figure) => [...broken.left, ...broken.right].includes(figure)));
  const isTold = broken !== undefined && index === (marked.includes(broken.anchor) ? broken.anchor : (marked[0] ?? index));
  return isTold && broken.difference !== null ? format(words.difference, Math.abs(broken.difference)) : '';
}

function tooltip(view: FormTableView, index: number, findings: readonly FormFinding[], words: Words): string | undefined {
  if (findings.length === 0) {
    return undefined;
  }
  const broken = identitiesAt(view, index).filter(({ state }) => state === 'broken');
  return [...findings.map(({ message }) => message), ...broken.map((identity) => describeIdentity(identity, words))].join('\n');
}

function describeState({ isFound, identities }: FormTableView, words: Words): string {
  if (!isFound) {
    return words.notFound;
  }
  const count = (wanted: string): number => identities.filter(({ state }) => state === wanted).length;
  if (identities.length === 0) {
    return '';
  }
  return count('holds') === identities.length
    ? format(words.identitiesRight, identities.length)
    : format(words.identities, identities.length, count('holds'), count('broken'), count('unknown'));
}

/** What was found in the table, in words; each entry leads to its cell, or to its place in the text. */
function updateFindings(list: HTMLElement, { findings, figures }: FormTableView, words: Words): void {
  const signature = JSON.stringify(findings);
  if (list.dataset['shown'] === signature) {
    return;
  }
  list.dataset['shown'] = signature;
  setAttribute(list, 'aria-label', words.findings);
  list.hidden = findings.length === 0;
  list.replaceChildren(...findings.map((finding, index) => element('li', { class: finding.severity },
    element('button', { type: 'button', 'data-finding': String(index), ...targetOf(finding, figures) },
      element('span', { class: 'severity' }, words[finding.severity]), element('span', { class: 'message' }, finding.message)))));
}

function targetOf({ figures: [first] }: FormFinding, figures: readonly FormFigure[]): Record<string, string> {
  const figure = first === undefined ? undefined : figures[first];
  return figure ? { 'data-target': figure.id } : {};
}
