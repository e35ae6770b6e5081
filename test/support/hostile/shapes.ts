/** What a file that means harm, or is broken, repeats without end. */
const units = [
  '总计\n', '\t0\n', '\t\t0\n', '0\n', '1 2 3 4 5 6 7\n', '0 ', '1\t', '\t0', '7', '1,', ',000', '1 286 ', '－', '-', '—', '.', '…', '−8',
  ' ', '\u3000', '\u00a0', '\t', '\n', '\r', '\r\n', '\f', '\v', '\0', '\u2028', '\u200b', '\ufeff', '\ud83d', '𠮷',
  '|', '| ', '|\n', '| 1 |\n', '| --- ', '|---', '| 总计 | 1 |\n', '\\|', '\\', '¦', '│ 1 ', '+---+', '+---+\n', '-----\n', '=====\n', '---- ----\n', '│\n',
  '<!--', '<!-- -->', '-->', '<', '<<', '>', '</', '<td', '<td ', '<td a="', '<a b=\'', '&', '&nbsp;', '&#x', '<![CDATA[', '<?', '<!',
  '<div>', '</div>', '<div>\n', '<table>', '</table>', '<table>\n', '<table><tr><td>', '</td></tr></table>', '<table><tr><td>1', '<tr>', '<td>', '<td>1</td>', '<tr><td>总计</td><td>1\n',
  '<td colspan=9>', '<td rowspan=9>', '<td colspan=1000 rowspan=1000>1', '<br>', '<p>', '<script>', '<style>', '<pre>', '<ul><li>',
  '```\n', '~~~', '`', '*', '**', '_', '__a', '[', '](', '![', '# ', '#', '> ', '- ', '1. ', '    ', '[^1]:',
  '（', '（一）', '（1）', '(', '一', '一、', '十', '第', '第一章', '第二十条', '〔', '《', '》', '“', '：', '；', '，', '。', '、',
  '年', '2021', '2021年', '2021年度', '二〇二一年', '1月', '1日', '公开', '报告', '政府信息公开', '政府信息公开工作年度报告', '青禾县', '县', '局', '关于', '的', '年度报告',
  '12件', '12件、', '其中', '其中：', '其他', '收到申请', '收到政府信息公开申请12件，', '予以公开1件，', '增加', '增', '元', '万元', '万', '余', '无', '没有', '不',
  '自然人', '商业企业', '（一）予以公开', '三、本年度办理结果', '结果维持\n', '行政许可', '行政许可\t1\t', '本年处理决定数量', '推进', '网址 www.', 'http://', '13800000000', '1-', 'Ａ', '０',
  '[bookmark: ', '<!-- disclosure-report-disable ', '<!-- disclosure-report-disable-next-line -->\n', '- 4 -\n', '第 4 页\n', '（七）总计\n', '一、总体情况\n', '三、收到和处理政府信息公开申请情况\n',
] as const;

/** Where in a report it stands. */
type HostilePlace = 'prose' | 'cell' | 'heading' | 'title' | 'row';

const places: readonly HostilePlace[] = ['prose', 'cell', 'row', 'heading', 'title'];

/** One way to be hostile: something repeated at a place, all of it on one line or as its unit has it. */
export interface HostileShape {
  readonly name: string;
  readonly place: HostilePlace;
  /** So much of it that it is at least so long. */
  make(length: number): string;
}

/** Every unit at every place. */
export const hostileShapes: readonly HostileShape[] = places.flatMap((place) => units.map((unit) => ({
  name: `${JSON.stringify(unit)} in the ${place}`,
  place,
  make: (length: number) => unit.repeat(Math.ceil(length / unit.length)),
})));

/** How many units there are. */
export const hostileUnits = units.length;
