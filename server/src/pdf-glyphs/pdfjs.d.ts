/** What is used of PDF.js 5.7, whose own types want those of a page in a browser. */
declare module 'pdfjs-dist/legacy/build/pdf.mjs' {
  export const OPS: Readonly<Record<
    'save' | 'restore' | 'transform' | 'setLineWidth' | 'constructPath' | 'stroke' | 'closeStroke' | 'fill' | 'eoFill' | 'fillStroke' | 'eoFillStroke'
    | 'closeFillStroke' | 'closeEOFillStroke' | 'paintFormXObjectBegin' | 'paintFormXObjectEnd' | 'beginText' | 'setTextMatrix' | 'moveText'
    | 'setLeadingMoveText' | 'nextLine' | 'setFont' | 'setCharSpacing' | 'setWordSpacing' | 'setHScale' | 'setLeading' | 'setTextRise'
    | 'setTextRenderingMode' | 'showText' | 'showSpacedText', number>>;
  export const VerbosityLevel: { readonly ERRORS: number };

  export interface PdfPageProxy {
    getOperatorList(): Promise<{ readonly fnArray: readonly number[]; readonly argsArray: readonly (readonly unknown[] | null)[] }>;
    /** In degrees, as the page says that it is to be shown. */
    readonly rotate: number;
    getViewport(how: { readonly scale: number; readonly rotation: number }):
    { readonly width: number; readonly height: number; readonly transform: readonly number[] };
    cleanup(): boolean;
    readonly commonObjs: { has(id: string): boolean; get(id: string): unknown };
  }

  export interface PdfDocumentTask {
    readonly promise: Promise<{ readonly numPages: number; getPage(number: number): Promise<PdfPageProxy> }>;
    destroy(): Promise<void>;
  }

  export function getDocument(options: Readonly<Record<string, unknown>>): PdfDocumentTask;
}

declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
