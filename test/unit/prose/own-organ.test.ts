import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';
import { readBase } from '../../support/suites.ts';

const own = '澄溪县档案局';
const sentence = '全年新收政府信息公开申请14件';

/** Whether a sentence about an organ is held against the tables of a report of another name. */
function isCompared(organ: string, unit: string): boolean {
  const text = readBase('2021.md').replaceAll(own, organ).replace(sentence, `${unit}共收到政府信息公开申请17件`);
  return read(text, 'markdown').diagnostics.some(({ code }) => code === 'narrative-mismatch');
}

describe('an organ by its name without the place, or by a short one', () => {
  const short: readonly (readonly [string, string])[] = [
    ['澄溪县人力资源和社会保障局', '县人社局'],
    ['澄溪县市场监督管理局', '县市监局'],
    ['澄溪县住房和城乡建设局', '县住建局'],
    ['澄溪县卫生健康委员会', '县卫健委员会'],
    ['澄溪县农业农村局', '县农业局'],
    ['澄溪县桥北街道办事处', '桥北街道办事处'],
    ['澄溪县人民政府办公室', '澄溪县政府办公室'],
    ['澄溪县人民政府办公室', '县政府办'],
    ['澄溪县政府办公室', '澄溪县政府办公室'],
  ];
  short.forEach(([organ, unit]) => {
    it(`is the one of the report: ${unit}, ${organ}`, () => {
      assert.equal(isCompared(organ, unit), true);
    });
  });

  const others: readonly (readonly [string, string])[] = [
    ['澄溪县人力资源和社会保障局', '县社保局'],
    ['澄溪县人力资源和社会保障局', '县水务局'],
    ['澄溪县市场监督管理局', '县城管局'],
    ['澄溪县市场监督管理局', '县城市管理局'],
    ['澄溪市城市管理局', '市应急管理局'],
    ['澄溪县卫生健康委员会', '县发展和改革委员会'],
    ['澄溪县自然资源局', '县人力资源局'],
    ['澄溪县桥北街道办事处', '桥南街道办事处'],
    ['澄溪县委网信办公室', '县政府办公室'],
    ['澄溪县人民政府', '县政府办'],
    ['澄溪县人民政府办公室', '县政府'],
  ];
  others.forEach(([organ, unit]) => {
    it(`is another one: ${unit}, ${organ}`, () => {
      assert.equal(isCompared(organ, unit), false);
    });
  });
});
