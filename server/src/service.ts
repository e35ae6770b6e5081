import { joinForms, type Form, type FormData } from './forms/index.ts';
import { grammarOf } from './forms/vocabulary.ts';
import { OpenDocument, type Knowledge } from './document.ts';
import { Diagnosis } from './diagnosis.ts';
import { digestsOf } from './digests.ts';
import { blankEdits, cellChanges, extract, summarise, totalEdits } from './features/figures.ts';
import { compiledChanges } from './features/compile-into.ts';
import { compileReport } from './features/compile-report.ts';
import { completions } from './features/completion.ts';
import { formEdits } from './features/form-edit.ts';
import { formViews } from './features/form-view.ts';
import { definition, references } from './features/definitions.ts';
import { documentLinks } from './features/document-links.ts';
import { convertTable, convertTables } from './features/convert-table.ts';
import { followTotals } from './features/follow-totals.ts';
import { format } from './features/format.ts';
import { folds } from './features/folding.ts';
import { highlights } from './features/highlights.ts';
import { identityCounts, identityLists } from './features/identity-lists.ts';
import { inlayHints } from './features/inlay-hints.ts';
import { selectionRanges } from './features/selection-ranges.ts';
import { hover } from './features/hover.ts';
import { keyFigures } from './features/key-figures.ts';
import { lastYearFigure } from './features/last-year.ts';
import { newReport, nextReport } from './features/new-report.ts';
import { outline } from './features/outline.ts';
import { pasteFigures } from './features/paste-figures.ts';
import { pasteTable } from './features/paste-table.ts';
import { printedReports } from './features/printed.ts';
import { quickFixes } from './features/quick-fixes.ts';
import { semanticTokens } from './features/semantic-tokens.ts';
import { signature } from './features/signature.ts';
import { states } from './features/states.ts';
import { layOut, mayBeLaidOut } from './features/table-layouts.ts';
import { lastYearFills } from './features/take-last-year.ts';
import { revisedParagraph } from './features/revised-paragraph.ts';
import { fixesTogether } from './features/together.ts';
import { officialForms } from './official-forms.ts';
import { defaultSettings, type ReportDocument, type ReportService, type ServiceOptions } from './service-types.ts';
import type { ReadableLayout } from './syntax/layout.ts';
import { Notes } from './syntax/notes.ts';

/** The engine behind one façade. It keeps no document: who opens one holds it, and lets go of it. */
export function createReportService(options: ServiceOptions = {}): ReportService {
  const forms = options.forms ?? officialForms;
  const knowledgeOf = createKnowledge(forms, options.layouts);
  const diagnoses = new Notes<ReportDocument, Diagnosis>();
  const diagnosisOf = (document: ReportDocument): Diagnosis => {
    const diagnosis = diagnoses.get(document);
    if (!diagnosis) {
      throw new Error('The document was not opened by this service.');
    }
    return diagnosis;
  };
  const guarded = guardFeatures(diagnosisOf, options.log);
  return Object.freeze<ReportService>({
    open(uri, languageId, version, text) {
      const document = new OpenDocument(uri, languageId, version, text, knowledgeOf(undefined));
      diagnoses.set(document, new Diagnosis(document, defaultSettings));
      return document;
    },
    edit(document, changes, version) {
      diagnosisOf(document).document.edit(changes, version);
    },
    configure(document, settings) {
      const diagnosis = diagnosisOf(document);
      diagnosis.document.readAgainst(knowledgeOf(settings.ownForms));
      diagnosis.configure(settings);
    },
    settingsOf: guarded(({ settings }) => settings, defaultSettings),
    digests: guarded(({ document }) => digestsOf(document), []),
    surround: guarded((diagnosis, neighbours) => diagnosis.surround(neighbours), false),
    isReport: guarded(({ document }) => document.reports.length > 0, false),
    isBegun: guarded(({ document }) => document.reports.some(({ kind }) => kind === 'begun'), false),
    diagnostics: guarded((diagnosis) => diagnosis.diagnostics, []),
    quickFixes: guarded(quickFixes, []),
    fixesTogether: guarded(fixesTogether, []),
    recomputeTotals: guarded(totalEdits, []),
    fillBlanks: guarded(blankEdits, []),
    cellChanges: guarded(cellChanges, []),
    extract: guarded(extract, []),
    summaries: guarded((diagnosis) => diagnosis.document.reports.map((report) => summarise(diagnosis, report)), []),
    keyFigures: guarded(keyFigures, []),
    hover: guarded(hover, null),
    signature: guarded(signature, null),
    outline: guarded(outline, []),
    semanticTokens: guarded(semanticTokens, []),
    states: guarded(states, []),
    identityLists: guarded(identityLists, []),
    identityCounts: guarded(identityCounts, []),
    highlights: guarded(highlights, []),
    definition: guarded(definition, null),
    references: guarded(references, []),
    documentLinks: guarded((diagnosis) => documentLinks(forms, diagnosis), []),
    folds: guarded(folds, []),
    selectionRanges: guarded(selectionRanges, []),
    inlayHints: guarded(inlayHints, []),
    format: guarded(format, []),
    convertTable: guarded(convertTable, { edits: [] }),
    convertTables: guarded(convertTables, { edits: [] }),
    mayBeLaidOut: guarded(mayBeLaidOut, false),
    layOut: guarded(layOut, { edits: [] }),
    followTotals: guarded(followTotals, []),
    pasteTable: guarded(pasteTable, null),
    pasteFigures: guarded(pasteFigures, null),
    formViews: guarded(formViews, []),
    printedReports: guarded(printedReports, []),
    formEdits: guarded(formEdits, { edits: [] }),
    newReport: (request, settings) => newReport(knowledgeOf(settings?.ownForms).forms, request),
    compileReport: (request, units, settings) => compileReport(knowledgeOf(settings?.ownForms).forms, request, units),
    compiledChanges: guarded(compiledChanges, null),
    lastYearFigure: guarded(lastYearFigure, null),
    lastYearFills: guarded(lastYearFills, []),
    revisedParagraph: guarded(revisedParagraph, []),
    nextReport: guarded(nextReport, { refusal: '' }),
    completions: guarded(completions, []),
  });
}

type GuardFeature = <Rest extends readonly unknown[], Answer>(
  feature: (diagnosis: Diagnosis, ...rest: Rest) => Answer, empty: Answer,
) => (document: ReportDocument, ...rest: Rest) => Answer;

/** A feature that fails answers empty and says so in the log; the others go on. */
function guardFeatures(diagnosisOf: (document: ReportDocument) => Diagnosis, log: ServiceOptions['log']): GuardFeature {
  return (feature, empty) => (document, ...rest) => {
    try {
      return feature(diagnosisOf(document), ...rest);
    } catch (error) {
      log?.(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return empty;
    }
  };
}

/** What is known with the given forms, and besides with those of one's own; made once for each list of them. */
function createKnowledge(official: readonly Form[], layouts: readonly ReadableLayout[] | undefined): (own: readonly FormData[] | undefined) => Knowledge {
  const known = new WeakMap<readonly FormData[], Knowledge>();
  const alone: Knowledge = { forms: official, grammar: grammarOf(official, layouts) };
  return (own) => {
    if (own === undefined || own.length === 0) {
      return alone;
    }
    let knowledge = known.get(own);
    if (!knowledge) {
      const forms = joinForms(official, own);
      knowledge = { forms, grammar: grammarOf(forms, layouts) };
      known.set(own, knowledge);
    }
    return knowledge;
  };
}
