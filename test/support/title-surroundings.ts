/** The report around whose title something is put. */
interface Titled {
  readonly organ: string;
  readonly year: number;
}

/** Lines that stand above or below a title on pages and in files, and are none. */
export interface Surrounding {
  readonly name: string;
  /** Where it is met; on both sides if nothing is said. */
  readonly side?: 'above' | 'below';
  readonly lines: (report: Titled) => readonly string[];
}

/** A way of writing the title, over one line or several. */
export interface TitleShape {
  readonly name: string;
  readonly lines: (report: Titled) => readonly string[];
}

function titleOf(organ: string, year: number): string {
  return `${organ}${year}年政府信息公开工作年度报告`;
}

export const surroundings: readonly Surrounding[] = [
  { name: 'index number and document number', lines: ({ year }) => [`索引号 123456789/${year + 1}-00047 发文字号 青政办函〔${year + 1}〕12号`] },
  { name: 'the same with colons', lines: ({ year }) => [`索引号：000014349/${year + 1}-00012 信息分类：政府信息公开年报 文号：无`] },
  { name: 'index number with the title as document number', lines: ({ organ, year }) => [`索引号 123456789/${year + 1}-00047 发文字号 ${titleOf(organ, year)}号`] },
  { name: 'publisher, date and name', lines: ({ organ, year }) => [`发布机构 政务服务中心 日期 ${year + 1}-01-26 名称 ${titleOf(organ, year)}`] },
  { name: 'publisher and date before the title', lines: ({ organ, year }) => [`发布机构 政务服务中心 ${year + 1}-01-26 ${titleOf(organ, year)}`] },
  { name: 'publisher and time', lines: ({ year }) => [`发表日期:${year + 1}-01-26 15:35:23 发布机构:政务服务管理局`] },
  { name: 'name and number, labels with blanks', lines: ({ organ, year }) => [`名 称 ${titleOf(organ, year)} 文 号 无`] },
  { name: 'index number and class, labels with blanks', lines: ({ year }) => [`索 引 号 000014349/${year + 1}-04736 分 类 政府信息公开年报`] },
  { name: 'key words with a year', lines: ({ year }) => [`主题词 ${year + 1} 政府信息公开 年报`] },
  { name: 'way of disclosure', lines: () => ['公开形式 主动公开 公开范围 面向社会 有效性 有效'] },
  { name: 'dates of making and publishing', lines: ({ year }) => [`生成日期 ${year + 1}-01-26 公开日期 ${year + 1}-01-29`] },
  { name: 'source and visits', lines: ({ year }) => [`来源：本站 作者：办公室 发布时间：${year + 1}年1月26日 浏览次数：2024次`] },
  { name: 'visits and time', lines: ({ year }) => [`浏览：1234 次 ${year + 1}-01-26 10:22`] },
  { name: 'size of letters', lines: () => ['字号：[大 中 小] 打印 关闭'] },
  { name: 'size of letters in brackets', lines: () => ['【字体：大 中 小】【打印】【关闭】'] },
  { name: 'sharing', lines: () => ['分享到： 微信 微博', '扫一扫在手机打开当前页'] },
  { name: 'path', lines: () => ['当前位置：首页 > 政务公开 > 政府信息公开年报'] },
  { name: 'path with a year', lines: ({ year }) => [`首页 >> 信息公开 >> ${year + 1}年`] },
  { name: 'path that ends with the title', lines: ({ organ, year }) => [`首页 > 政务公开 > ${titleOf(organ, year)}`] },
  { name: 'path with strokes', lines: () => ['您现在的位置：首页 / 政府信息公开年报 / 正文'] },
  { name: 'link to last year', lines: ({ organ, year }) => [`上一篇：${titleOf(organ, year - 1)}`] },
  { name: 'link to next year', lines: ({ organ, year }) => [`下一篇：${titleOf(organ, year + 1)}`] },
  { name: 'link to last year without colon', lines: ({ organ, year }) => [`上一篇 ${titleOf(organ, year - 1)}`] },
  { name: 'link to next year without colon', lines: ({ organ, year }) => [`下一篇 ${titleOf(organ, year + 1)}`] },
  { name: 'links that run into the title', lines: ({ organ, year }) => [`上一条${titleOf(organ, year - 1)}`, `下一条${titleOf(organ, year + 1)}`] },
  { name: 'both links in a line', lines: ({ organ, year }) => [`上一篇：没有了 下一篇：${titleOf(organ, year - 1)}`] },
  { name: 'link on two lines', lines: ({ organ, year }) => ['下一篇', titleOf(organ, year + 1)] },
  {
    name: 'related links',
    lines: ({ organ, year }) => ['相关链接：', titleOf(organ, year - 1), titleOf(organ, year - 2), `${titleOf('青禾县教育局', year)} ${year + 1}-01-20`],
  },
  { name: 'reports of years before', side: 'below', lines: ({ organ, year }) => ['历年年报', titleOf(organ, year - 1), titleOf(organ, year - 2)] },
  { name: 'date', lines: ({ year }) => [`${year + 1}-01-26`] },
  { name: 'date in words', lines: ({ year }) => [`${year + 1}年1月26日`] },
  { name: 'date in brackets', side: 'below', lines: ({ year }) => [`（${year + 1}年1月26日）`] },
  { name: 'document number', lines: ({ year }) => [`青政办函〔${year + 1}〕12号`] },
  { name: 'attachment', side: 'above', lines: () => ['附件：'] },
  { name: 'numbered attachment', side: 'above', lines: () => ['附件2'] },
  { name: 'site', side: 'above', lines: () => ['青禾县人民政府门户网站'] },
  { name: 'title with the site', side: 'above', lines: ({ organ, year }) => [`${titleOf(organ, year)}_青禾县人民政府网`] },
  { name: 'title with its column and the site', side: 'above', lines: ({ organ, year }) => [`${titleOf(organ, year)} - 政府信息公开年报 - 青禾县人民政府`] },
  { name: 'site with the title', side: 'above', lines: ({ organ, year }) => [`青禾县人民政府网 | ${titleOf(organ, year)}`] },
  { name: 'title again', lines: ({ organ, year }) => [titleOf(organ, year)] },
  { name: 'page number', lines: () => ['- 1 -'] },
  { name: 'column of the site', side: 'above', lines: () => ['政府信息公开年报'] },
  { name: 'column of a year', side: 'above', lines: ({ year }) => [`${year}年政府信息公开年报`] },
  { name: 'class, date and organ', lines: ({ year }) => [`组配分类：政府信息公开年报 成文日期：${year + 1}-01-26 发文机关：政务服务中心`] },
  { name: 'editor', lines: () => ['信息来源：政务服务中心 责任编辑：李明'] },
  { name: 'bars', lines: ({ year }) => [`索引号 | 000014349/${year + 1}-00012 | 发布日期 | ${year + 1}-01-26`] },
  {
    name: 'one datum a line',
    lines: ({ organ, year }) => ['索引号', `000014349/${year + 1}-00012`, '名称', titleOf(organ, year), '发布日期', `${year + 1}-01-26`],
  },
  { name: 'key words of other years', lines: ({ year }) => [`文号：无 关键词：${year - 1}年 年报`] },
  { name: 'name before index number', lines: ({ organ, year }) => [`标题：${titleOf(organ, year)} 索引号：000014349/${year + 1}-00012`] },
  { name: 'catalogue of another year', lines: ({ year }) => [`公开目录：${year - 1}年政府信息公开`] },
  { name: 'menu', side: 'above', lines: () => ['政府信息公开指南 政府信息公开制度 法定主动公开内容 政府信息公开年报 依申请公开'] },
  { name: 'menu, one entry a line', side: 'above', lines: () => ['政府信息公开指南', '政府信息公开制度', '法定主动公开内容', '政府信息公开年报', '依申请公开'] },
  { name: 'years of the archive', lines: ({ year }) => [`${year + 1}年 ${year}年 ${year - 1}年 ${year - 2}年`] },
  { name: 'editions', lines: () => ['邮箱 长辈版 无障碍 English'] },
  { name: 'sender', side: 'below', lines: ({ organ }) => [`报送单位：${organ}`] },
  { name: 'path that goes on behind the column', lines: ({ year }) => [`您当前的位置： 首页 » 部门年报 » ${year}年度`] },
  { name: 'path that ends with a word', lines: () => ['首页 / 政务公开 / 年报 / 详情'] },
  { name: 'columns of years', lines: ({ year }) => [`${year + 1}年年报 ${year}年年报 ${year - 1}年年报`] },
  { name: 'links in other words', lines: ({ organ, year }) => [`前一篇：${titleOf(organ, year + 1)} 后一篇：${titleOf(organ, year - 1)}`] },
  { name: 'announcement', side: 'below', lines: ({ organ, year }) => [`关于公布${titleOf(organ, year)}的公告`] },
  { name: 'summary', side: 'below', lines: ({ organ, year }) => [`摘要：${titleOf(organ, year)}，含六个部分`] },
  { name: 'notice in its column', lines: ({ year }) => [`通知公告：关于${year + 1}年春节放假的通知`] },
  { name: 'period of validity', lines: ({ year }) => [`生效日期：${year + 1}年2月1日 失效日期：${year + 5}年1月31日 语种：中文`] },
];

const digits = '〇一二三四五六七八九';

function chinese(year: number): string {
  return [...String(year)].map((digit) => digits[Number(digit)]).join('');
}

function wide(year: number): string {
  return [...String(year)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
}

export const titleShapes: readonly TitleShape[] = [
  { name: 'in one line', lines: ({ organ, year }) => [titleOf(organ, year)] },
  { name: '年度', lines: ({ organ, year }) => [`${organ}${year}年度政府信息公开工作年度报告`] },
  { name: 'short', lines: ({ organ, year }) => [`${organ}${year}年政府信息公开年报`] },
  { name: 'year first', lines: ({ organ, year }) => [`${year}年${organ}政府信息公开工作年度报告`] },
  { name: 'year before the last word', lines: ({ organ, year }) => [`${organ}政府信息公开工作${year}年度报告`] },
  { name: 'year behind, in brackets', lines: ({ organ, year }) => [`${organ}政府信息公开工作年度报告（${year}年度）`] },
  { name: 'year above', lines: ({ organ, year }) => [`（${year}年度）`, `${organ}政府信息公开工作年度报告`] },
  { name: 'year below', lines: ({ organ, year }) => [`${organ}政府信息公开工作年度报告`, `（${year}年度）`] },
  { name: 'organ above', lines: ({ organ, year }) => [organ, `${year}年政府信息公开工作年度报告`] },
  { name: 'organ and year above', lines: ({ organ, year }) => [`${organ}${year}年`, '政府信息公开工作年度报告'] },
  { name: 'cut in the name', lines: ({ organ, year }) => [`${organ}${year}年政府信息公开工作`, '年度报告'] },
  { name: 'cut in the subject', lines: ({ organ, year }) => [`${organ}${year}年度政府`, '信息公开工作年度报告'] },
  { name: 'over three lines', lines: ({ organ, year }) => [organ, `${year}年政府信息公开`, '工作年度报告'] },
  { name: 'organ, year and name', lines: ({ organ, year }) => [organ, `${year}年度`, '政府信息公开工作年度报告'] },
  { name: 'site behind', lines: ({ organ, year }) => [`${titleOf(organ, year)}_青禾县人民政府网`] },
  { name: 'government behind', lines: ({ organ, year }) => [`${titleOf(organ, year)} - 青禾县人民政府`] },
  { name: 'bracketed column before', lines: ({ organ, year }) => [`【年报】${titleOf(organ, year)}`] },
  { name: 'attachment before', lines: ({ organ, year }) => [`附件：${titleOf(organ, year)}`] },
  { name: 'edition behind', lines: ({ organ, year }) => [`${titleOf(organ, year)}（公开版）`] },
  { name: 'Chinese digits', lines: ({ organ, year }) => [`${organ}${chinese(year)}年政府信息公开工作年度报告`] },
  { name: 'wide digits', lines: ({ organ, year }) => [`${organ}${wide(year)}年政府信息公开工作年度报告`] },
  { name: 'blanks around the year', lines: ({ organ, year }) => [`${organ} ${year} 年政府信息公开工作年度报告`] },
  { name: 'letters set apart', lines: ({ organ, year }) => [[...titleOf(organ, year)].join(' ')] },
  { name: 'in marks', lines: ({ organ, year }) => [`《${titleOf(organ, year)}》`] },
  { name: 'file name', lines: ({ organ, year }) => [`${titleOf(organ, year)}.docx`] },
  { name: 'on the report', lines: ({ organ, year }) => [`关于${organ}${year}年政府信息公开工作年度报告`] },
  { name: 'year without 年', lines: ({ organ, year }) => [`${organ}${year}政府信息公开工作年度报告`] },
];
