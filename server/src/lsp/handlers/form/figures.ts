import type { ReportDocument, ReportService } from '../../../service-types.ts';
import { comparePositions } from '../../../syntax/positions.ts';
import { own } from '../../handler.ts';
import { figuresMethod, type PlacedFigure } from '../../protocol.ts';

export const figures = own(figuresMethod, {
  empty: () => null,
  answer({ uri }, { service, reportAt }) {
    const document = reportAt(uri);
    return document ? { version: document.version, tables: tablesOf(document, service) } : null;
  },
});

function tablesOf(document: ReportDocument, service: ReportService): PlacedFigure[][] {
  return service.extract(document).flatMap((report) => {
    const tables = new Map<string, PlacedFigure[]>();
    for (const [id, { range, value }] of Object.entries(report.figures)) {
      const name = id.slice(0, id.indexOf('.'));
      tables.set(name, [...(tables.get(name) ?? []), { range, value }]);
    }
    return [...tables.values()].map((table) => table.sort((one, other) => comparePositions(one.range.start, other.range.start)));
  });
}
