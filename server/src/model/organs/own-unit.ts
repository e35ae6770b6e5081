import { foldText } from '../../forms/vocabulary.ts';
import { slips } from '../../forms/slips.ts';
import { anyOf } from '../running-text.ts';
import { commonLength } from '../../texts/near.ts';

const { governed, towns } = slips.organs;

const territory = new RegExp(`(?:${anyOf([...governed, ...towns.ranks, ...towns.behind])})$`, 'u');

/** A government without departments: of others 县政府 may be one office among those that the report is of. */
const loneGovernment = new RegExp(`(?:${anyOf([...towns.ranks, ...towns.offices])})(?:${anyOf(towns.behind)})?$`, 'u');

/** 全市, 全县各部门: the territory of a government; 各级, 各部门: that of any. */
const wholeTerritory = /^(?:全(.)|各级|(?:政府)?(?:及)?各)/u;

function government(level: string | undefined): RegExp {
  return new RegExp(`${level ?? `(?:${anyOf(governed)})`}(?:人民)?(?:政府)?$`, 'u');
}

/** What 我县 and 本市 stand for, where no office is named. */
export const ownTerritory = '政府';

/** Whether a sentence about a unit, whose name its words end with, is about the organ of the report. */
export function isOwnUnit(unit: string | undefined, organ: string | undefined): boolean {
  if (unit === undefined) {
    return true;
  }
  if (organ === undefined || organ === '') {
    return false;
  }
  const name = foldText(organ);
  const whole = wholeTerritory.exec(unit);
  if (whole) {
    return government(whole[1]).test(name);
  }
  if (unit === ownTerritory) {
    return territory.test(name);
  }
  if (unit.endsWith(ownTerritory)) {
    return loneGovernment.test(name);
  }
  const names = [name, ...(loneGovernment.test(name) ? [name.replace(governs, '')] : [])];
  return (officeOfGovernment.test(unit) && officeOfGovernment.test(name))
    || names.flatMap(placesIn).some((place) => isNamed(unit, place) || isShort(unit, place));
}

/** 政府办 and 人民政府办公室. */
const officeOfGovernment = /政府办(?:公[室厅])?$/u;

/** Behind the name of a town, which stands for its government: 枫桥镇. */
const governs = new RegExp(`(?:${anyOf(towns.behind)})$`, 'u');

const levels = governed.join('');
/** No name of an office is shorter. */
const shortest = 3;

/** What an organ is called behind a place in its name: 水务局. */
interface InPlace {
  readonly name: string;
  /** Whether that is certainly a place; behind it a level may be part of a word (城市管理局). */
  readonly isSure: boolean;
}

function placesIn(organ: string): readonly InPlace[] {
  const [first = organ.length, ...others] = [...organ].flatMap((character, at) => (levels.includes(character) ? [at + 1] : []));
  return [...[0, first].map((at) => ({ name: organ.slice(at), isSure: true })), ...others.map((at) => ({ name: organ.slice(at), isSure: false }))];
}

/** 县水务局 is 澄溪县水务局, and 桥南街道办事处 not 桥北街道办事处. */
function isNamed(unit: string, { name, isSure }: InPlace): boolean {
  return name.length >= shortest && unit.endsWith(name) && (isSure || isBegun(unit, name.length));
}

/** 人社局 for 人力资源和社会保障局: characters of the name in their order, the first and the last included. */
function isShort(unit: string, { name, isSure }: InPlace): boolean {
  const behindLevel = unit.slice(Math.max(...[...levels].map((level) => unit.lastIndexOf(level))) + 1);
  return [unit.slice(-shortest), behindLevel].some((short) => short.length >= shortest && short[0] === name[0] && short.at(-1) === name.at(-1)
    && commonLength(short, name) === short.length && (isSure || isBegun(unit, short.length)));
}

/** Whether the last characters of a text are a name by themselves, and not the end of another: a level stands before them, or no word. */
function isBegun(unit: string, length: number): boolean {
  const before = unit.charAt(unit.length - length - 1);
  return levels.includes(before) || !/\p{Script=Han}/u.test(before);
}
