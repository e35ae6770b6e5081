/** The number that a person reads in a cell's text, amounts in 万元; undefined where there is none. Knows no layout. */
export function readBack(text: string, inYuan: boolean): number | undefined {
  const plain = text.replace(/<[^>]*>|\\/g, '').normalize('NFKC').replace(/[\s,]/g, '').replace('增', '').replace('減', '减');
  const match = /^([+\-减]?)(\d+(?:\.\d+)?)(万元|萬元|元)?$/.exec(plain);
  if (match === null) {
    return undefined;
  }
  const [, sign = '', digits = '', unit] = match;
  const number = Number(digits) / (unit === '元' || (unit === undefined && inYuan) ? 10000 : 1);
  return sign === '' || sign === '+' || number === 0 ? number : -number;
}
