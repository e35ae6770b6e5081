import type { Random } from './random.ts';

/** What sentences may say of the figures. */
interface Facts {
  readonly organ: string;
  readonly year: number;
  readonly received: number;
  readonly carriedIn: number;
  readonly results: number;
  readonly carriedOut: number;
  readonly reconsideration: number;
  readonly litigation: number;
  /** Requests closed because the fee was not paid; of each there was a notice. */
  readonly feeUnpaid: number;
}

export type SectionId = 'preamble' | 'overview' | 'proactive' | 'requests' | 'review' | 'problems' | 'other';

/** Paragraphs of each section, all in agreement with the figures. */
export type Prose = Readonly<Record<SectionId, readonly string[]>>;

type Sentence = (facts: Facts) => string;

const preambles: readonly Sentence[] = [
  ({ organ, year }) => `根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和上级有关要求，${organ}编制本报告。本报告中所列数据的`
    + `统计期限自${year}年1月1日起至${year}年12月31日止。如对本报告有疑问，请与本机关办公室联系（地址：青石路8号，电话：`
    + '0000-5550123，邮编：000000）。',
  ({ year }) => `本报告依据《条例》第五十条编写，由总体情况、主动公开、依申请公开、复议诉讼、问题与改进、其他事项六个部分组成，`
    + `所列数据统计时间为${year}年1月1日至12月31日。`,
];

const overviews: readonly Sentence[] = [
  ({ year }) => `${year}年，本机关把公开作为转变作风的抓手，坚持以公开为常态、不公开为例外，围绕群众关心的道路养护、饮水安全、`
    + '惠农补贴等事项及时发布信息，较好地完成了全年任务。',
  () => '（一）主动公开。全年通过门户网站发布各类信息1286条，其中政策文件37件、解读材料21篇，政务新媒体发布消息三百余条。',
  ({ received, carriedOut }) => '（二）依申请公开。完善受理、登记、审核、答复、归档各环节的流程，做到件件有登记、事事有回音。'
    + `全年新收政府信息公开申请${received}件，结转下年度继续办理${carriedOut}件。`,
  () => '（三）政府信息管理。对栏目逐一梳理，清理失效链接14处，更正错别字6处，补录历史文件52件。',
  () => '（四）平台建设。改版政务公开专栏，新设“办事一点通”栏目，无障碍浏览功能全年访问量1.4万余次。',
  () => '（五）监督保障。把公开工作纳入科室考核，组织培训2次、参训86人次，未发生需要追究责任的情形。',
];

const requests: readonly Sentence[] = [
  ({ year, received, carriedIn, results }) => `${year}年，本机关新收政府信息公开申请${received}件，上年结转${carriedIn}件，`
    + `全年共办结政府信息公开申请${results}件。`,
  () => '申请主要集中在征地补偿、项目审批等方面，均在法定期限内作出处理。',
];

const reviews: readonly Sentence[] = [
  ({ reconsideration, litigation }) => `全年因政府信息公开引起的行政复议${reconsideration}件，行政诉讼${litigation}件。`,
];

const problems: readonly Sentence[] = [
  () => '一年来，本机关的公开工作还有不足：一是解读形式比较单一，图解、动画偏少；二是个别科室主动公开的意识不强，信息更新不够及时。',
  ({ year }) => `下一步，将从三个方面改进：一是丰富解读形式，${year + 1}年重要文件的图解比例力争达到八成；二是定期通报各科室的更新情况；`
    + '三是加强业务培训，提高答复文书的规范程度。',
  () => '针对上年查找出的平台搜索不便的问题，本年已完成检索功能升级，支持按文号、主题、日期查找。',
];

const others: readonly Sentence[] = [
  () => '本机关严格执行《政府信息公开信息处理费管理办法》，本年度未收取信息处理费。',
  ({ feeUnpaid }) => `信息处理费方面，本年度发出收费通知${feeUnpaid}件，总金额0元。除此之外没有其他需要报告的事项。`,
];

/** Numbered lines that look like sections and are none, each with its text. */
export const problemSubheadings: readonly (readonly [string, string])[] = [
  ['一、主要问题', '公开的深度还不够，部分事项只公开结果，没有公开过程；基层窗口的公开查阅点使用率不高。'],
  ['二、改进情况', '逐条对照整改，已经完成目录调整和栏目归并，查阅点全部迁至一楼大厅。'],
  ['三、下一步打算', '继续完善制度，把公开审查嵌入办文流程，每季度抽查一次。'],
];

/** Prose of our own that fits the figures; which sentences there are varies. */
export function writeProse(facts: Facts, random: Random): Prose {
  const some = (sentences: readonly Sentence[], least: number): string[] => {
    const chosen = sentences.filter(() => random.chance(0.6));
    return (chosen.length < least ? sentences.slice(0, least) : chosen).map((sentence) => sentence(facts));
  };
  return {
    preamble: random.chance(0.7) ? [random.pick(preambles)(facts)] : [],
    overview: renumbered(some(overviews, 1)),
    proactive: random.chance(0.2) ? ['本机关主动公开政府信息的具体情况见下表：'] : [],
    requests: random.chance(0.3) ? some(requests, 1) : [],
    review: random.chance(0.2) ? some(reviews, 1) : [],
    problems: some(problems, 2),
    other: [random.pick(others)(facts)],
  };
}

/** Numbers the paragraphs that were chosen without a gap. */
function renumbered(paragraphs: readonly string[]): readonly string[] {
  let count = 0;
  return paragraphs.map((paragraph) => paragraph.replace(/^（[一二三四五]）/, () => {
    count += 1;
    return `（${'一二三四五'.charAt(count - 1)}）`;
  }));
}
