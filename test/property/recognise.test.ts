import assert from 'node:assert/strict';
import fc from 'fast-check';

import { looksLikeReport } from '../../server/src/lsp/protocol.ts';
import { createReportService } from '../../server/src/service.ts';
import { damageArbitrary } from '../support/damage.ts';
import { applyEdit, editOf, editPlanArbitrary } from '../support/edits.ts';
import { layouts, strangeLayouts } from '../support/layouts/index.ts';
import { readTexts } from '../support/others.ts';
import { runs } from '../support/runs.ts';
import { reportArbitrary } from '../support/source.ts';

const service = createReportService({
  log: (message) => {
    throw new Error(message);
  },
});

/** What the engine says; the editor's bounded recogniser has to say the same. */
function isReport(text: string, language: string): boolean {
  const answer = service.isReport(service.open('test:///recognised', language, 1, text));
  assert.equal(looksLikeReport(text), answer, text);
  return answer;
}

describe('reports in every layout', () => {
  for (const layout of [...layouts, ...strangeLayouts]) {
    it(`${layout.name}: are recognised, with their name and without it`, () => {
      fc.assert(fc.property(reportArbitrary(), damageArbitrary(), (report, damage) => {
        const { text, language } = layout.lay(report, damage);
        assert.ok(isReport(text, language));
        assert.ok(isReport(text.replaceAll(/年\s*度\s*[报報]\s*告|年\s*[报報]/gu, ''), language));
      }), runs(20));
    });

    it(`${layout.name}: the editor and the engine agree on any beginning of one, and on what is left without it`, () => {
      fc.assert(fc.property(reportArbitrary(), damageArbitrary(), fc.double({ min: 0, max: 1, noNaN: true }), (report, damage, share) => {
        const { text, language } = layout.lay(report, damage);
        const at = Math.floor(text.length * share);
        isReport(text.slice(0, at), language);
        isReport(text.slice(at), language);
      }), runs(20));
    });
  }
});

const texts = ['others', 'begun', 'half-typed'].flatMap(readTexts);

describe(`texts that are no reports, or hardly any (${texts.length})`, () => {
  it('are judged alike by the editor and the engine, through random edits', () => {
    fc.assert(fc.property(fc.constantFrom(...texts), fc.array(editPlanArbitrary(), { minLength: 1, maxLength: 4 }), ({ text, language }, plans) => {
      let edited = text;
      for (const plan of plans) {
        edited = applyEdit(edited, editOf(plan, edited, undefined));
        isReport(edited, language);
      }
    }), runs(300));
  });

  it('are judged alike when two stand in one file', () => {
    fc.assert(fc.property(fc.constantFrom(...texts), fc.constantFrom(...texts), (one, other) => {
      isReport(`${one.text}\n\n${other.text}`, one.language);
    }), runs(300));
  });
});

const headings = [
  '指导思想', '总体要求', '工作目标', '基本原则', '主要任务', '重点任务', '保障措施', '组织领导', '工作要求', '基本情况', '总体情况', '工作情况', '主要做法',
  '工作成效', '存在的问题', '存在的主要问题及改进情况', '下一步打算', '其他需要报告的事项', '其他事项', '概述', '安装', '附则', '受理', '答复', '主动公开内容',
  '依申请公开程序', '行政复议', '监督和救济', '公开方式', '公开时限',
];

describe('outlines', () => {
  it('of headings that stand in any document are none, whatever their numerals', () => {
    fc.assert(fc.property(
      fc.constantFrom('青禾县水务局工作方案', '关于开展检查的通知', '年度工作总结', ''), fc.uniqueArray(fc.constantFrom(...headings), { minLength: 2, maxLength: 6 }),
      fc.constantFrom('', '# ', '## ', '**'), (title, chosen, mark) => {
        const lines = chosen.map((heading, at) => `${mark}${'一二三四五六'.charAt(at)}、${heading}${mark === '**' ? mark : ''}\n\n各单位要认真组织实施。`);
        assert.equal(isReport([title, ...lines].join('\n\n'), 'markdown'), false);
      },
    ), runs(300));
  });
});
