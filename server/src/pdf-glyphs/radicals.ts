/** Radicals that look like whole characters, each before the one that is meant; Unicode tells it of others itself, as it does of ligatures. */
const pairs = '⺁厂⺒巳⺓幺⺜日⺝月⺠民⺧牛⺩王⺫目⺬示⻁虎⻄西⻅见⻆角⻉贝⻋车⻏邑⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀';

const meant: ReadonlyMap<string, string> = new Map(pairs.match(/../gu)?.map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]));

/** The text in the characters that are meant: some fonts, and browsers that print, name them by their forms as radicals, and ligatures by one sign. */
export function asMeant(text: string): string {
  return text.replace(/[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/gu, (character) => meant.get(character) ?? character.normalize('NFKC'));
}
