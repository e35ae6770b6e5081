import * as l10n from '@vscode/l10n';
import type { Bars } from '../folder/index.ts';
import { tag } from './folder-html.ts';
import { escapeHtml } from './html.ts';
import { displayWidth } from '../syntax/text.ts';

/** In the units of the drawing, which are pixels at its full size. */
const width = 640;
const labelWidth = 170;
const valueWidth = 60;
const barHeight = 18;
const gap = 8;
const halfCharacter = 6.2;
const colours = 8;

interface ChartTexts {
  /** Among the others of the page, to choose it by. */
  readonly name: string;
  readonly caption: string;
}

type Drawn = Pick<Bars, 'series' | 'bars'>;

/** Bars with their legend, and the same numbers as a table beside them. A bar of which a part is not known is not drawn. */
export function chart({ name, caption }: ChartTexts, { series, bars }: Drawn, isShown: boolean): string {
  const legend = series.length < 2 ? '' : tag('ul', { 'class': 'legend', 'aria-hidden': 'true' }, series.map((one, at) =>
    `<li><svg class="swatch" width="12" height="12"><rect class="s${at % colours}" width="12" height="12"/></svg>${escapeHtml(one.name)}</li>`).join(''));
  const inner = `<div><figcaption>${escapeHtml(caption)}</figcaption>${legend}${drawing(caption, { series, bars })}</div>${table(caption, { series, bars })}`;
  return `<figure data-name="${escapeHtml(name)}"${isShown ? '' : ' hidden'}>${inner}</figure>`;
}

function totalOf(values: Bars['bars'][number]['values']): number | undefined {
  return values.reduce<number | undefined>((sum, value) => (sum === undefined || value === null ? undefined : sum + value), 0);
}

function drawing(caption: string, { series, bars }: Drawn): string {
  const totals = bars.map(({ values }) => totalOf(values));
  const most = Math.max(1, ...totals.map((total) => total ?? 0));
  const scale = (width - labelWidth - valueWidth) / most;
  const height = bars.length * (barHeight + gap);
  const rows = bars.map(({ name, values }, at) => {
    const y = at * (barHeight + gap) + gap / 2;
    const total = totals[at];
    const middle = y + barHeight / 2 + 4;
    let x = labelWidth;
    const parts = total === undefined ? [] : values.map((value, index) => {
      const from = x;
      x += (value ?? 0) * scale;
      const title = l10n.t('{0}: {1}', series[index]?.name ?? '', value ?? 0);
      return value === 0 ? '' : `<rect class="s${index % colours}" x="${round(from)}" y="${y}" width="${round(x - from)}" height="${barHeight}"><title>${escapeHtml(title)}</title></rect>`;
    });
    return `<text x="${labelWidth - 8}" y="${middle}" text-anchor="end">${escapeHtml(fitting(name))}</text>${parts.join('')}`
      + `<text class="value" x="${round(x + 6)}" y="${middle}">${total === undefined ? escapeHtml(l10n.t('not known')) : total}</text>`;
  });
  return `<svg class="chart" role="img" aria-label="${escapeHtml(caption)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`
    + `${rows.join('')}<line class="axis" x1="${labelWidth}" y1="0" x2="${labelWidth}" y2="${height}"/></svg>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A name as far as there is room for it. */
function fitting(name: string): string {
  let kept = [...name];
  while (displayWidth(kept.join('')) * halfCharacter > labelWidth - 14) {
    kept = kept.slice(0, -1);
  }
  return kept.length < [...name].length ? `${kept.slice(0, -1).join('')}…` : name;
}

function table(caption: string, { series, bars }: Drawn): string {
  const isSum = series.length > 1;
  const heads = ['', ...series.map(({ name }) => name), ...(isSum ? [l10n.t('Sum')] : [])]
    .map((head) => tag('th', { scope: 'col' }, escapeHtml(head))).join('');
  const rows = bars.map(({ name, values }) => {
    const all = isSum ? [...values, totalOf(values) ?? null] : values;
    return `<tr>${tag('th', { scope: 'row' }, escapeHtml(name))}${all.map((value) => `<td class="number">${value ?? '—'}</td>`).join('')}</tr>`;
  });
  return `<div class="scroll"><table aria-label="${escapeHtml(caption)}"><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}
