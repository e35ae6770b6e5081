/** Pairs of a simplified character and its traditional form, for the words that reports use. */
const pairs =
  '总總体體况況动動开開处處报報项項问問题題进進复復议議诉訴讼訟机機关關条條规規范範发發废廢决決数數许許罚罰强強业業费費单單'
  + '万萬购購采採额額务務属屬国國护護权權类類内內过過执執询詢这這计計区區无無现現没沒补補后後确確举舉办辦结結转轉继繼续續组組'
  + '织織构構会會为為与與稳穩档檔缴繳纳納长長维維纠糾审審经經访訪认認获獲请請编編统統华華门門电電话話网網传傳个個实實时時间間'
  + '员員导導训訓设設监監检檢级級县縣乡鄉镇鎮东東对對应應标標责責领領众眾优優专專栏欄项項质質减減危危书書证證据據启啟';

const traditionalOf = new Map<string, string>();
for (let at = 0; at < pairs.length; at += 2) {
  traditionalOf.set(pairs.charAt(at), pairs.charAt(at + 1));
}

/** The text in traditional characters (繁体), as far as reports need it; keeps the length. */
export function toTraditional(text: string): string {
  return [...text].map((character) => traditionalOf.get(character) ?? character).join('');
}
